import { httpGet } from './support/http-get';
import { tenantTest } from './support/tenant-test';
import { expect } from './support/test';

tenantTest.describe.configure({ mode: 'serial' });

let former: { host: string; name: string } | undefined;

tenantTest('a test has a tenant on the running server', async ({ server, tenant }) => {
  former = tenant;
  const { status, body } = await httpGet(server, tenant.host, '/blog/hello');
  expect([status, body.includes(`Hello from ${tenant.name}`)]).toEqual([200, true]);
});

tenantTest('behind it there is none, and the next has its own', async ({ server, tenant }) => {
  expect(former?.host).not.toBe(tenant.host);
  // What is not in a cache: the tenant itself is looked up again.
  const answer = await httpGet(server, former?.host ?? '', '/api/v1/tenant');
  expect(answer.status).toBe(404);
  expect((await httpGet(server, tenant.host, '/api/v1/tenant')).status).toBe(200);
});

tenantTest(
  'people are signed in where they belong, and the stranger there too',
  async ({ tenant, other, server, asEditor, asStranger }) => {
    expect((await asEditor.goto('/admin/posts'))?.status()).toBe(200);
    expect((await asEditor.goto('/admin/settings'))?.status()).toBe(404);
    await asStranger.goto('/account');
    expect(new URL(asStranger.url()).hostname).toBe(tenant.host);
    await expect(asStranger.getByText(other.people.owner.email).first()).toBeVisible();
    expect((await asStranger.goto(server.url(other.host, '/admin')))?.status()).toBe(200);
  },
);
