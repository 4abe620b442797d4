import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type AppClient, createAppClient } from '../../lib/db/client';
import { openOwnerClient } from '../../lib/db/owner-client';
import { openOwnerDb } from '../../lib/db/owner-db';
import { clearTenant } from '../../lib/testing/tenant-test/clear-tenant';
import { enterAs } from '../../lib/testing/tenant-test/enter-as';
import { plainRows } from '../../lib/testing/tenant-test/plain-rows';
import { makeTestTenant, type TestTenant } from '../../lib/testing/tenant-test/test-tenant';
import { signInByHttp } from './sign-in';
import { type SharedServer, test } from './test';

/** A tenant of one test, and where it is. */
export interface HostedTenant extends TestTenant {
  /** Without port, as `server.url(host, '/blog')` takes it. */
  host: string;
}

interface TenantWorker {
  makeTenant(word: string): Promise<HostedTenant>;
  clear(tenant: HostedTenant): Promise<void>;
}

export interface TenantOptions {
  /** Clears nothing behind a test: `tenantTest.use({ keepTenants: true })`. */
  keepTenants: boolean;
}

export interface TenantFixtures {
  tenant: HostedTenant;
  /** A second one with the same kinds of rows, so that a leak would show. */
  other: HostedTenant;
  asOwner: Page;
  asEditor: Page;
  /** Without staff rights. */
  asMember: Page;
  /** The owner of `other`, signed in at `tenant` too, where they are nobody. */
  asStranger: Page;
}

/**
 * Playwright's `test` with two tenants for each test on the running server (S3.45), and signed-in
 * pages whose addresses begin at `tenant`: `asOwner.goto('/admin/posts')`. Only what a test names is
 * made; behind it the tenants are cleared, and nobody else's rows.
 */
export const tenantTest = test.extend<TenantFixtures & TenantOptions, { tenants: TenantWorker }>({
  keepTenants: [false, { option: true }],
  tenants: [
    async ({ server }, use) => {
      const owner = openOwnerClient(server.ownerUrl);
      const ownerDb = openOwnerDb(server.ownerUrl);
      const client = createAppClient(server.appUrl, { max: 2 });
      await use({
        makeTenant: async (word) => hosted(await makeTestTenant(ownerDb, word), client),
        clear: (tenant) => clearTenant(owner, tenant),
      });
      await Promise.all([owner.end(), ownerDb.end(), client.end()]);
    },
    { scope: 'worker' },
  ],
  other: async ({ tenants, keepTenants }, use) => {
    const other = await tenants.makeTenant('Other');
    await use(other);
    if (!keepTenants) await tenants.clear(other);
  },
  // Never alone: a leak must have somewhere to come from.
  tenant: async ({ tenants, keepTenants, other: _ }, use) => {
    const tenant = await tenants.makeTenant('Tenant');
    await use(tenant);
    if (!keepTenants) await tenants.clear(tenant);
  },
  asOwner: async ({ browser, server, tenant }, use) =>
    withPage({ browser, server, tenant, email: tenant.people.owner.email }, use),
  asEditor: async ({ browser, server, tenant }, use) =>
    withPage({ browser, server, tenant, email: tenant.people.editor.email }, use),
  asMember: async ({ browser, server, tenant }, use) =>
    withPage({ browser, server, tenant, email: tenant.people.member.email }, use),
  asStranger: async ({ browser, server, tenant, other }, use) =>
    withPage({ browser, server, tenant, email: other.people.owner.email, home: other }, use),
});

async function hosted(tenant: TestTenant, client: AppClient): Promise<HostedTenant> {
  await plainRows(await enterAs(tenant.people.owner, tenant.id, client));
  return { ...tenant, host: `${tenant.slug}.localhost` };
}

interface Visit {
  browser: Browser;
  server: SharedServer;
  tenant: HostedTenant;
  email: string;
  /** Where they are somebody, if not there. */
  home?: HostedTenant;
}

/** Signs in without the form, which takes a second; the browser gets the cookies. */
async function withPage(visit: Visit, use: (page: Page) => Promise<void>): Promise<void> {
  const { browser, server, tenant, email, home } = visit;
  const context = await browser.newContext({ baseURL: server.url(tenant.host) });
  for (const { host } of home ? [tenant, home] : [tenant]) {
    await addSession(context, server, { host, email });
  }
  await use(await context.newPage());
  await context.close();
}

async function addSession(
  context: BrowserContext,
  server: SharedServer,
  { host, email }: { host: string; email: string },
): Promise<void> {
  const { cookies } = await signInByHttp(server, host, email);
  const url = server.url(host);
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
}
