import { createHmac } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { httpGet } from './support/http-get';
import { rawRequest } from './support/raw-request';
import { refusedStart } from './support/refused-start';
import { startServer, type TestServer } from './support/server';
import { signInByHttp } from './support/sign-in';
import { expect, test } from './support/test';

// One build, other environments: headers, sessions, functions of one's own, and a default.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

type Headers = [string, string][];
const secret = 'a secret of the tests, long enough to be one';

async function served<T>(env: Record<string, string>, work: (own: TestServer) => Promise<T>) {
  const own = await startServer({ env: { AUTH_SECRET: secret, ...env } });
  try {
    return await work(own);
  } finally {
    await own.stop();
  }
}

/** Slug of the tenant the server takes the request for; null for none, or the status. */
async function tenantAt(own: TestServer, host: string, headers: Headers = []) {
  const { status, body } = await httpGet(own, host, '/api/tenant', headers);
  if (status !== 200) return status;
  const [tenant] = Object.values(JSON.parse(body)) as ({ slug: string } | null)[];
  return tenant?.slug ?? null;
}

test('header, session, token, subdomain and domain in one chain', async () => {
  const chain = 'header,session,domain,subdomain';
  await served({ TENANT_RESOLVER: chain, TENANT_REQUIRED: '0' }, async (own) => {
    const header = (name: string): Headers => [['X-Tenant-ID', name]];
    expect(await tenantAt(own, 'localhost')).toBeNull();
    expect(await tenantAt(own, 'acme.localhost')).toBe('acme');
    expect(await tenantAt(own, 'blog.acme.test')).toBe('acme');
    expect(await tenantAt(own, 'localhost', header('globex'))).toBe('globex');
    expect(await tenantAt(own, 'api.localhost', header('globex'))).toBe('globex');
    expect(await tenantAt(own, 'blog.acme.test', header('globex'))).toBe('acme');
    expect(await tenantAt(own, 'localhost', header('nobody'))).toBeNull();
    // A private name of the edge never counts, whoever sends it.
    const forged: Headers = [['x-tenantry-tenant', 'globex']];
    expect(await tenantAt(own, 'localhost', forged)).toBeNull();
    expect(await tenantAt(own, 'acme.localhost', forged)).toBe('acme');

    const page = await httpGet(own, 'localhost', '/blog/hello-world', header('globex'));
    expect(page.status).toBe(200);
    expect(page.body).toContain('Globex');
    expect((await httpGet(own, 'localhost', '/blog/hello-world')).status).toBe(404);
    expect((await httpGet(own, 'localhost', '/', header('~acme'))).status).toBe(404);

    const member = await tokenOf(own, 'acme.localhost', 'ada@example.com');
    const bearer: Headers = [['Authorization', `Bearer ${member}`]];
    expect(await tenantAt(own, 'localhost', bearer)).toBe('acme');
    const posts = await httpGet(own, 'localhost', '/api/v1/posts?status=draft', bearer);
    expect(posts.status).toBe(200);
    // The header names another tenant: whose token it is decides what it opens.
    const mixed = await httpGet(own, 'localhost', '/api/v1/me', [...header('globex'), ...bearer]);
    expect(mixed.status).toBe(401);

    const cookie = await rootCookie(own, { tenant_id: 'globex' });
    expect(await tenantAt(own, 'localhost', cookie)).toBe('globex');
    expect(await tenantAt(own, 'localhost', [...cookie, ...bearer])).toBe('globex');
    expect(await tenantAt(own, 'localhost', await rootCookie(own, {}))).toBeNull();
  });
});

test('what headers and sessions decide is kept by no cache, whatever the path', async () => {
  await served({ TENANT_RESOLVER: 'header,domain,subdomain' }, async (own) => {
    for (const path of ['/', '/blog/hello-world', '/og/hello-world', '/feed.xml', '/api/tenant']) {
      const { headers } = await httpGet(own, 'localhost', path, [['X-Tenant-ID', 'acme']]);
      expect(headers['cache-control'], path).toBe('private, no-store');
    }
    const { headers } = await httpGet(own, 'acme.localhost', '/blog/hello-world');
    expect(headers['cache-control']).toBe('private, no-cache');
  });
});

test('a function of one’s own, named at start', async () => {
  const env = { TENANT_RESOLVER: 'domain,custom', TENANT_CUSTOM_RESOLVER: 'organisation-header' };
  await served(env, async (own) => {
    expect(await tenantAt(own, 'localhost', [['X-Organisation', 'Acme Corp/acme']])).toBe('acme');
    expect(await tenantAt(own, 'blog.acme.test')).toBe('acme');
    expect((await httpGet(own, 'localhost')).status).toBe(404);
  });
});

test('a default takes the root host, the platform keeps a name of its own', async () => {
  const env = { TENANT_DEFAULT: 'acme', TENANT_CONTEXT_NAME: 'organisation' };
  await served(env, async (own) => {
    const home = await httpGet(own, 'localhost');
    expect(home.status).toBe(200);
    expect(home.body).toContain('ACME Corporation');
    expect(home.body).toContain(`href="http://localhost:${own.port}"`);
    const named = JSON.parse((await httpGet(own, 'localhost', '/api/tenant')).body);
    expect(named).toMatchObject({ organisation: { slug: 'acme' } });
    const other = JSON.parse((await httpGet(own, 'localhost', '/api/tenant?org=globex')).body);
    expect(other).toMatchObject({ organisation: { slug: 'globex' } });
    expect((await httpGet(own, 'globex.localhost')).body).toContain('Globex');
    const admin = await signInByHttp(own, 'localhost', 'ada@example.com');
    expect((await admin.get('/admin')).status).toBe(200);
    const root = await signInByHttp(own, 'admin.localhost', 'root@example.com');
    expect((await root.get('/admin/tenants')).status).toBe(200);
    expect((await admin.get('/admin/tenants')).status).toBe(404);
    // Nobody is found there, and a tenant is required.
    expect((await httpGet(own, 'localhost', '/api/tenant?org=nobody')).status).toBe(404);
  });
});

test('a chain that cannot work is refused at start', async ({ server }) => {
  const env = { DATABASE_URL: server.appUrl, AUTH_SECRET: secret };
  const custom = await refusedStart({ ...env, TENANT_RESOLVER: 'custom' });
  expect(custom.output).toMatch(
    /TENANT_CUSTOM_RESOLVER: missing, since TENANT_RESOLVER has custom/,
  );
  const magic = await refusedStart({ ...env, TENANT_RESOLVER: 'magic' });
  expect(magic.output).toMatch(/TENANT_RESOLVER: expected some of header, subdomain/);
  expect([custom.code, magic.code]).toEqual([1, 1]);
});

async function tokenOf(own: TestServer, host: string, email: string): Promise<string> {
  const answer = await rawRequest({
    port: own.port,
    host: `${host}:${own.port}`,
    path: '/api/v1/token',
    method: 'POST',
    headers: [['Content-Type', 'application/json']],
    body: JSON.stringify({ email, password: 'demo-password' }),
  });
  return JSON.parse(answer.body).access;
}

/** A cookie of the root host with claims of its own. */
async function rootCookie(own: TestServer, claims: object): Promise<Headers> {
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const token = await encode({ token: { ...claims }, secret: hmac('session:platform') });
  return [['Cookie', `tenantry-${hmac(`instance:${own.port}`).slice(0, 8)}.session=${token}`]];
}
