const LOGINS = [
  ['root@example.com', 'platform superuser'],
  ['ada@example.com', 'owner of acme'],
  ['bob@example.com', 'editor of acme, member of globex'],
  ['cleo@example.com', 'reader of acme'],
  ['gus@example.com', 'owner of globex'],
];

/**
 * What a person can open now, and as whom.
 * @param {{ rootDomain: string, port: number, demo: boolean, mailbox?: boolean }} options
 * @returns {string}
 */
export function addressText({ rootDomain, port, demo, mailbox }) {
  const sites = [[`http://${rootDomain}`, 'the platform']];
  if (demo) {
    sites.push([`http://acme.${rootDomain}`, 'ACME Corporation']);
    sites.push([`http://globex.${rootDomain}`, 'Globex']);
    sites.push([`http://blog.acme.localhost:${port}`, "ACME's own domain"]);
  }
  if (mailbox)
    sites.push([`http://${rootDomain}/mailbox`, 'mails, as long as SMTP_URL is not set']);
  const logins = demo
    ? [
        '',
        'Demo people, password demo-password. Sign in at /login of a site, or of the platform:',
        ...columns(LOGINS),
      ]
    : [];
  return ['', 'Ready:', ...columns(sites), ...logins, '', 'Ctrl-C stops everything.', ''].join(
    '\n',
  );
}

/**
 * The first root domain, with the port where it is the default one.
 * @param {Record<string, string>} env
 * @param {number} port
 */
export function firstRootDomain(env, port) {
  return (env.ROOT_DOMAIN ?? '').split(',')[0].trim() || `localhost:${port}`;
}

/**
 * Whether mails can be read in the browser: see lib/mail/mailbox.
 * @param {Record<string, string>} env
 * @param {{ embedded: boolean, dev: boolean }} options
 */
export function hasMailbox(env, { embedded, dev }) {
  const isLocal = /^localhost(:\d+)?(,|$)/.test((env.ROOT_DOMAIN ?? '').trim() || 'localhost');
  return !env.SMTP_URL && isLocal && (embedded || dev);
}

function columns(rows) {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
