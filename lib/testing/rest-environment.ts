// Imported before anything that reads the environment: the secret that tokens are signed with, an
// address that is replaced by the trial's own pool, and a silent log.
process.env.AUTH_SECRET = 'a secret of tests, which is long enough';
process.env.DATABASE_URL ??= 'postgres://nobody@localhost:1/nothing';
// No question leaves the machine.
process.env.DNS_SERVER = '127.0.0.1:1';
process.env.LOG_LEVEL = 'silent';
process.env.LOG_FILE = 'off';
