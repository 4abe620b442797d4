import { type Caddy, missingCaddy, startCaddy } from './support/caddy';
import { type DomainWorld, openDomainWorld, target } from './support/domain-world';
import { rawRequest } from './support/raw-request';
import { runCommand } from './support/run-command';
import { expect, test } from './support/test';

// The real Caddy of Debian, which asks before it makes a certificate.
test.setTimeout(240_000);

const missing = missingCaddy();
/** What Node calls a handshake that the other side ends with an alert. */
const refused = 'EPROTO';
let world: DomainWorld;
let caddy: Caddy;

test.beforeAll(async () => {
  if (missing !== null) return;
  world = await openDomainWorld({ ROOT_DOMAIN: 'platform.test', TRUST_PROXY: '1' });
  caddy = await startCaddy(world.server.dataDir, world.server.port);
  await expect.poll(() => caddy.ca(), { timeout: 20_000 }).toContain('BEGIN CERTIFICATE');
});

test.afterAll(async () => {
  await caddy?.stop();
  await world?.close();
});

/** A page by https, with the certificate checked; or the reason there is none. */
async function visit(host: string, path = '/'): Promise<number | string> {
  const tls = { ca: caddy.ca() };
  return rawRequest({ port: caddy.port, tls, host, path })
    .then(({ status }) => status)
    .catch((error) => String(error.code ?? error.message));
}

const domain = (...args: string[]) =>
  runCommand(['domain', ...args, '--tenant', 'acme', '--no-input'], {
    DATABASE_OWNER_URL: world.server.database.ownerUrl,
    ROOT_DOMAIN: 'platform.test',
    DNS_SERVER: world.dns.address,
    DOMAIN_TARGET: target,
    LOG_FILE: 'off',
  });

test('the platform, tenants and verified domains get certificates, and nobody else', async () => {
  test.skip(missing !== null, missing ?? '');
  expect(await visit('platform.test', '/api/health')).toBe(200);
  expect(await visit('acme.platform.test')).toBe(200);
  expect(await visit('blog.acme.test', '/blog/hello-world')).toBe(200);
  for (const host of ['nobody.platform.test', 'nobody.test', 'www.nobody.test']) {
    expect(await visit(host), host).toBe(refused);
  }
});

test('a domain gets its certificate once it is proved, and no new one once it is removed', async () => {
  test.skip(missing !== null, missing ?? '');
  const host = 'fresh.acme.test';
  const added = JSON.parse(await domain('add', '--domain', host, '--json'));
  expect(await visit(host)).toBe(refused);
  const [proof, pointing] = added.records as { name: string; value: string }[];
  expect(pointing).toMatchObject({ name: host, value: target });
  world.dns.set(proof?.name ?? '', 'TXT', proof?.value ?? '');
  world.dns.set(host, 'CNAME', target);
  expect(await domain('verify', '--domain', host)).toContain('Connected');
  await expect.poll(() => visit(host, '/blog/hello-world'), { timeout: 4000 }).toBe(200);
  expect(await visit(host, '/feed.xml')).toBe(200);
  await domain('remove', '--domain', host);
  // The certificate lives on for its time; the site is gone.
  await expect.poll(() => visit(host), { timeout: 4000 }).toBe(404);
});
