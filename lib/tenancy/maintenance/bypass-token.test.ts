import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { cookiePlaces, hmac } from '../edge-keys';
import { usualResolving } from '../resolvers/resolver-config';
import { routeRequest } from '../route-request';
import { parseTenantSegment, tenantSegment } from '../tenant-key';
import { readBypass, signBypass } from './bypass-token';

const secrets = { authSecret: 'a secret of at least thirty-two characters', port: '3000' };
const id = '0b9a1c9e-4c53-4b1e-9a51-6f3b1d2c7e10';

async function read(token: string, name?: string) {
  const [, place] = await cookiePlaces(secrets);
  return readBypass(new Headers({ cookie: `a=b; ${name ?? `${place}.bypass`}=${token}` }), secrets);
}

test('what was signed is read back, behind TLS too', async () => {
  const token = await signBypass(id, secrets);
  expect(await read(token)).toBe(id);
  expect(await read(token, '__Host-tenantry.bypass')).toBe(id);
});

test.each<[string, () => Promise<string>]>([
  ['another secret', () => signBypass(id, { ...secrets, authSecret: 'x'.repeat(40) })],
  ['a key that is for something else', () => tokenBy({ mid: id }, 'session:platform')],
  ['no id', () => tokenBy({ mid: 'x~y' })],
  ['a time that is over', () => tokenBy({ mid: id }, 'maintenance', '-1s')],
  ['nonsense', async () => 'a.b.c'],
  ['a very long one', async () => 'x'.repeat(2000)],
  ['no signature', async () => unsigned()],
])('a token by %s opens nothing', async (_, make) => {
  expect(await read(await make())).toBeNull();
});

test('without a cookie, or a secret, nothing is opened', async () => {
  expect(await readBypass(new Headers(), secrets)).toBeNull();
  const cookie = `__Host-tenantry.bypass=${await signBypass(id, secrets)}`;
  expect(await readBypass(new Headers({ cookie }), { ...secrets, authSecret: '' })).toBeNull();
});

test('the edge puts it into the key, and only the edge can', async () => {
  const config = { ...usualResolving, ...secrets };
  const headers = new Headers({
    cookie: `__Host-tenantry.bypass=${await signBypass(id, secrets)}`,
  });
  const routing = await routeRequest({ host: 'acme.localhost', path: '/blog', headers }, config);
  expect(routing).toMatchObject({ kind: 'tenant', path: `/~acme!${id}/blog` });
  const typed = { host: 'acme.localhost', path: `/~acme!${id}/blog`, headers: new Headers() };
  expect(await routeRequest(typed, config)).toMatchObject({ path: `/~acme/~acme!${id}/blog` });
});

test.each([
  { kind: 'slug', slug: 'acme', bypass: id },
  { kind: 'domain', hostname: 'blog.acme.test', bypass: id },
  { kind: 'slug', slug: 'acme', prefix: '/t/acme', bypass: id },
] as const)('%j is read back from its segment', (key) => {
  expect(parseTenantSegment(tenantSegment(key))).toEqual(key);
});

test.each(['~acme!', '~acme!x', `~acme!${id}!${id}`, `~!${id}`, `acme!${id}`])(
  '%s is nothing the edge would write',
  (segment) => expect(parseTenantSegment(segment)).toBeNull(),
);

async function tokenBy(claims: Record<string, string>, name = 'maintenance', time = '1h') {
  const key = await hmac(secrets.authSecret, name);
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(time).sign(key);
}

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ mid: id, exp: 9_999_999_999 })}.`;
}
