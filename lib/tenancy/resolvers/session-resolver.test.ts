import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { SessionResolver } from './session-resolver';

const secret = 'a secret of at least thirty-two characters';
const config = { sessionKey: 'tenant_id', jwtClaim: 'tid', authSecret: secret, port: '3000' };
const id = '018f3e6a-7b1c-7def-8123-456789abcdef';

const hmac = (text: string, key = secret) => createHmac('sha256', key).update(text);
const cookieName = `tenantry-${hmac('instance:3000').digest('hex').slice(0, 8)}.session`;

const ask = (headers: Record<string, string>, changed = {}) => {
  const resolver = new SessionResolver({ ...config, ...changed });
  return resolver.resolve({ host: 'example.com', path: '/', headers: new Headers(headers) });
};
const tokenOf = (claims: object, realm = 'platform', key = secret) =>
  encode({ token: { ...claims }, secret: hmac(`session:${realm}`, key).digest('hex'), maxAge: 60 });
const cookie = async (claims: object, realm?: string, key?: string) => ({
  cookie: `other=1; ${cookieName}=${await tokenOf(claims, realm, key)}`,
});
const bearer = async (claims: { tid: string; [name: string]: unknown }, key = secret) => {
  const token = new SignJWT({ token_type: 'access', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1m');
  return { authorization: `Bearer ${await token.sign(hmac(`token:${claims.tid}`, key).digest())}` };
};
const acme = { kind: 'slug', slug: 'acme' };

describe('the session of the root host', () => {
  test('never names a tenant on the page on which it is chosen', async () => {
    const resolver = new SessionResolver(config);
    const headers = new Headers(await cookie({ tenant_id: 'acme' }));
    const at = (path: string) => resolver.resolve({ host: 'example.com', path, headers });
    expect(await at('/session/site')).toBe('pass');
    expect(await at('/session/site/')).toBe('pass');
    expect(await at('/session/sites')).toEqual(acme);
    expect(await at('/session')).toEqual(acme);
  });
  test('names a tenant by slug or id, under the claim that is configured', async () => {
    expect(await ask(await cookie({ tenant_id: 'acme' }))).toEqual(acme);
    expect(await ask(await cookie({ tenant_id: id }))).toEqual({ kind: 'id', id });
    expect(await ask(await cookie({ org: 'acme' }), { sessionKey: 'org' })).toEqual(acme);
    expect(await ask(await cookie({ org: 'acme' }))).toBe('pass');
  });
  test('is read from a cookie for TLS alone as well', async () => {
    const value = `__Host-tenantry.session=${await tokenOf({ tenant_id: 'acme' })}`;
    expect(await ask({ cookie: value })).toEqual(acme);
  });
  test('counts only when this installation signed it, for the root host', async () => {
    const claims = { tenant_id: 'acme' };
    expect(await ask(await cookie(claims, id))).toBe('pass');
    expect(await ask(await cookie(claims, 'platform', 'another'))).toBe('pass');
    expect(await ask(await cookie(claims), { authSecret: '' })).toBe('pass');
    expect(await ask(await cookie(claims), { port: '3001' })).toBe('pass');
    expect(await ask({ cookie: `${cookieName}=` })).toBe('pass');
    expect(await ask({ cookie: `${cookieName}=${'A'.repeat(7000)}` })).toBe('pass');
    expect(await ask({ cookie: `${cookieName}=a.b.c.d.e` })).toBe('pass');
  });
});

describe('an access token', () => {
  test('names a tenant where the session does not', async () => {
    const token = await bearer({ tid: id });
    expect(await ask(token)).toEqual({ kind: 'id', id });
    expect(await ask({ ...token, ...(await cookie({ tenant_id: 'acme' })) })).toEqual(acme);
    expect(await ask(await bearer({ tid: 'platform', org: 'acme' }), { jwtClaim: 'org' })).toEqual(
      acme,
    );
  });
  test('counts only as what it is', async () => {
    expect(await ask(await bearer({ tid: id }, 'another'))).toBe('pass');
    expect(await ask(await bearer({ tid: id, token_type: 'refresh' }))).toBe('pass');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const claims = Buffer.from(JSON.stringify({ tid: id })).toString('base64url');
    expect(await ask({ authorization: `Bearer ${none}.${claims}.` })).toBe('pass');
    expect(await ask({ authorization: 'Basic YTpi' })).toBe('pass');
  });
});

test('the person’s own tenant comes last', async () => {
  expect(await ask(await cookie({ own_tenant: 'acme' }))).toEqual(acme);
  const both = { ...(await cookie({ own_tenant: 'acme' })), ...(await bearer({ tid: id })) };
  expect(await ask(both)).toEqual({ kind: 'id', id });
});
