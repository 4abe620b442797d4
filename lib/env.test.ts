import { describe, expect, test } from 'vitest';
import { envKeys, parseEnv } from './env';

const faultsOf = (source: Record<string, string>): string => {
  try {
    parseEnv(source);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a malformed variable is named, with its fault and an example', () => {
  test.each([
    ['PORT', 'abc', 'as in 3000'],
    ['PORT', '0', 'as in 3000'],
    ['PORT', '65536', 'as in 3000'],
    ['PORT', '3000.5', 'as in 3000'],
    ['ROOT_DOMAIN', 'https://example.com', 'as in example.com'],
    ['ROOT_DOMAIN', 'example.com,,', 'as in example.com'],
    ['DATABASE_URL', 'mysql://localhost/x', 'expected postgres://user:password@host:5432/database'],
    ['DATABASE_URL', 'postgres://with a space', 'expected postgres://'],
    ['DATABASE_OWNER_URL', 'localhost', 'expected postgres://'],
    ['DATABASE_PREPARE', 'yes', 'expected 1 or 0'],
    ['DATABASE_POOL_SIZE', '0', 'from 1 to 100, as in 10'],
    ['DATABASE_POOL_SIZE', '101', 'from 1 to 100, as in 10'],
    ['DATABASE_POOL_SIZE', 'many', 'from 1 to 100, as in 10'],
    ['AUTH_SECRET', 'short', 'openssl rand -hex 32'],
    ['REDIS_URL', 'localhost:6379', 'expected redis://user:password@host:6379/0'],
    ['STATE_BACKEND', 'disk', 'expected memory, postgres or redis'],
    ['PRESENCE_BACKEND', 'pusher', 'expected memory, postgres or redis'],
    ['PRESENCE_REDIS_URL', 'localhost', 'expected redis://user:password@host:6379/0'],
    ['PRESENCE_SECONDS', '5', 'from 10 to 3600, as in 75'],
    ['SMTP_URL', 'mail.example.com', 'expected smtp://user:password@host:587'],
    ['MAIL_FROM', 'nobody', 'Tenantry <no-reply@example.com>'],
    ['MAIL_FROM', 'a@b.c, d@e.f', 'Tenantry <no-reply@example.com>'],
    ['OIDC_ISSUER', 'id.example.com', 'as in https://id.example.com'],
    ['OIDC_ISSUER', 'http://id.example.com', 'as in https://id.example.com'],
    ['OIDC_ISSUER', 'https://id.example.com/?x=1', 'as in https://id.example.com'],
    ['OIDC_NAME', 'x'.repeat(41), 'as in Example ID'],
    ['OIDC_TRUST_EMAIL', 'yes', 'expected 1 or 0'],
    ['ENCRYPTION_KEY', 'short', 'openssl rand -hex 32'],
    ['CRON_SECRET', 'short', 'openssl rand -hex 16'],
    ['WORKER', 'yes', 'expected on or off'],
    ['LOG_LEVEL', 'loud', 'as in info'],
    ['TRUST_PROXY', 'on', 'expected 1 or 0'],
    ['PUBLIC_TENANT_NAME', 'Every One', 'as in platform'],
    ['MASTER_TENANT_NAME', '-', 'as in platform'],
    ['TENANT_RESOLVER', 'magic', 'as in domain,subdomain'],
    ['TENANT_RESOLVER', 'domain,', 'as in domain,subdomain'],
    ['TENANT_RESOLVER', 'path,path', 'as in domain,subdomain'],
    ['TENANT_SUBDOMAIN_EXCLUDE', 'WWW', 'as in www,api,admin'],
    ['TENANT_REQUIRED', 'maybe', 'expected 1 or 0'],
    ['TENANT_DEFAULT', 'Acme Corp', 'the slug of a tenant, as in acme'],
    ['TENANT_CONTEXT_NAME', '1st', 'as in tenant'],
    ['TENANT_CONTEXT_NAME', 'db', 'expected none of db'],
    ['TENANT_PATH_POSITION', '0', 'from 1 to 5, as in 1'],
    ['TENANT_PATH_EXCLUDE', 'a/b', 'as in admin,api,static,media'],
    ['TENANT_HEADER', 'a header', 'as in X-Tenant-ID'],
    ['TENANT_HEADER', 'Cookie', 'no other meaning'],
    ['TENANT_HEADER', 'x-tenantry-tenant', 'no other meaning'],
    ['TENANT_SESSION_KEY', 'a-b', 'the name of a claim'],
    ['TENANT_JWT_CLAIM', '9', 'the name of a claim'],
    ['TENANT_CUSTOM_RESOLVER', 'magic', 'as in organisation-header'],
  ])('%s=%s', (name, value, example) => {
    const message = faultsOf({ [name]: value });
    expect(message).toContain(`\n  ${name}: expected`);
    expect(message).toContain(example);
  });

  test('every one of several', () => {
    const message = faultsOf({ PORT: 'x', LOG_LEVEL: 'x', TRUST_PROXY: 'x' });
    expect(message.match(/^ {2}\w+:/gm)).toEqual(['  PORT:', '  LOG_LEVEL:', '  TRUST_PROXY:']);
  });
  test('and its value, which may be a secret, is not repeated', () => {
    expect(faultsOf({ AUTH_SECRET: 'hunter2' })).not.toContain('hunter2');
    expect(faultsOf({ DATABASE_URL: 'pg://u:hunter2@h' })).not.toContain('hunter2');
  });
});

describe('what is left out has a default', () => {
  const defaults = {
    PORT: 3000,
    DATA_DIR: '.data',
    DATABASE_PREPARE: true,
    DATABASE_POOL_SIZE: 10,
    ELASTICSEARCH_PREFIX: 'tenantry',
    ELASTICSEARCH_SHARED_BELOW: 200,
    PUBLIC_TENANT_NAME: 'public',
    MASTER_TENANT_NAME: 'platform',
    WORKER: 'on',
    SESSION_SECONDS: 2_592_000,
    OIDC_NAME: 'single sign-on',
    OIDC_TRUST_EMAIL: false,
    PUSHER_PORT: 443,
    PUSHER_USE_TLS: true,
    ACCESS_TOKEN_SECONDS: 900,
    REFRESH_TOKEN_SECONDS: 2_592_000,
    LOG_LEVEL: 'info',
    TRUST_PROXY: false,
    TENANT_RESOLVER: 'domain,subdomain',
    TENANT_SUBDOMAIN_EXCLUDE: 'www,api,admin',
    TENANT_REQUIRED: true,
    TENANT_CONTEXT_NAME: 'tenant',
    TENANT_PATH_POSITION: 1,
    TENANT_PATH_EXCLUDE: 'admin,api,static,media',
    TENANT_GRACE_DAYS: 30,
    PRESENCE_SECONDS: 75,
    S3_REGION: 'us-east-1',
    TENANT_HEADER: 'X-Tenant-ID',
    TENANT_SESSION_KEY: 'tenant_id',
    TENANT_JWT_CLAIM: 'tid',
  };
  test('with nothing set', () => {
    expect(parseEnv({})).toEqual(defaults);
  });
  test('an empty value counts as left out', () => {
    expect(parseEnv(Object.fromEntries(envKeys.map((name) => [name, ''])))).toEqual(defaults);
  });
  test('what others set is of no matter', () => {
    expect(parseEnv({ PATH: '/bin', HOME: '/' })).toEqual(defaults);
  });
});

test.each([
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_SECRET', 'GOOGLE_CLIENT_ID'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['OIDC_CLIENT_SECRET', 'OIDC_CLIENT_ID'],
])('%s alone is half a provider', (name, missing) => {
  expect(faultsOf({ [name]: 'some-value' })).toContain(`${missing}: missing, since ${name} is set`);
});

test.each([
  ['S3_ENDPOINT', 'http://localhost:9000', 'S3_BUCKET'],
  ['S3_ACCESS_KEY_ID', 'key', 'S3_SECRET_ACCESS_KEY'],
  ['S3_SECRET_ACCESS_KEY', 'secret', 'S3_ACCESS_KEY_ID'],
])('%s alone is half a bucket', (name, value, missing) => {
  expect(faultsOf({ [name]: value })).toContain(`${missing}: missing, since ${name} is set`);
});

test('half of a realtime server is none', () => {
  const given = { PUSHER_APP_ID: '1', PUSHER_KEY: 'key' };
  expect(faultsOf(given)).toContain('PUSHER_SECRET: missing, since PUSHER_APP_ID is set');
  expect(faultsOf({ ...given, PUSHER_SECRET: 's' })).toContain('PUSHER_HOST: missing');
  expect(faultsOf({ PUSHER_HOST: 'ws.example.com' })).toContain('PUSHER_KEY: missing');
  expect(parseEnv({ ...given, PUSHER_SECRET: 's', PUSHER_CLUSTER: 'eu' })).toMatchObject(given);
});

test('an issuer without TLS may be this machine', () => {
  const local = {
    OIDC_ISSUER: 'http://127.0.0.1:4000',
    ...{ OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
  };
  expect(parseEnv(local)).toMatchObject(local);
});

test('the custom resolver must be named where it is used', () => {
  expect(faultsOf({ TENANT_RESOLVER: 'domain,custom' })).toContain(
    'TENANT_CUSTOM_RESOLVER: missing, since TENANT_RESOLVER has custom; as in organisation-header',
  );
  const named = { TENANT_RESOLVER: 'domain,custom', TENANT_CUSTOM_RESOLVER: 'organisation-header' };
  expect(parseEnv(named)).toMatchObject(named);
});

test('good values are typed', () => {
  const source = {
    PORT: '8080',
    ROOT_DOMAIN: 'example.com,other.example:81',
    DATABASE_URL: 'postgresql://u:p%20w@localhost:5432/db?sslmode=require',
    DATABASE_PREPARE: '0',
    DATABASE_POOL_SIZE: '3',
    TRUST_PROXY: 'true',
    TENANT_RESOLVER: 'subdomain',
  };
  expect(parseEnv(source)).toMatchObject({
    ...source,
    PORT: 8080,
    DATABASE_PREPARE: false,
    DATABASE_POOL_SIZE: 3,
    TRUST_PROXY: true,
  });
});

test('a backend that needs an address says which', () => {
  expect(faultsOf({ STATE_BACKEND: 'redis' })).toContain(
    '\n  REDIS_URL: missing, since STATE_BACKEND is redis; as in redis://localhost:6379',
  );
  expect(faultsOf({ STATE_BACKEND: 'redis', REDIS_URL: 'redis://localhost' })).toBe('accepted');
  expect(faultsOf({ PRESENCE_BACKEND: 'redis' })).toContain(
    '\n  PRESENCE_REDIS_URL: missing, since PRESENCE_BACKEND is redis; as in redis://localhost:6379',
  );
  for (const name of ['REDIS_URL', 'PRESENCE_REDIS_URL']) {
    expect(faultsOf({ PRESENCE_BACKEND: 'redis', [name]: 'redis://localhost' })).toBe('accepted');
  }
});
