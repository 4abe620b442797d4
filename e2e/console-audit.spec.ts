import postgres from 'postgres';
import { expectAccessible } from './support/axe';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };

/** A tenant in which something was done: its owner signed in three times. */
async function busySite(server: SharedServer): Promise<MadeSite> {
  const site = await makeSite(server, 1);
  for (const _ of [1, 2, 3]) await signInByHttp(server, site.host, site.people.owner);
  return site;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the platform’s own log is listed, filtered and verified, ${colorScheme} @phone`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, server, { ...root, path: '/admin/audit' });
    await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
    await expect(page.locator('tbody tr').first()).toContainText('Root');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText(/^\d+ rows?, unbroken$/)).toBeVisible();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await page.goto(server.url('localhost', '/admin/audit?type=session.ended&q=nobody-at-all'));
    await expect(page.getByText('No entries match')).toBeVisible();
    await expectAccessible(page);
  });
}

test('filtered by a tenant it is that tenant’s, as a list, as CSV and as a chain', async ({
  page,
  server,
}) => {
  const site = await busySite(server);
  await signIn(page, server, { ...root, path: `/admin/tenants/${site.id}` });
  await page.getByRole('link', { name: 'Audit log' }).last().click();
  await expect(page).toHaveURL(server.url('localhost', `/admin/audit?tenant=${site.id}`));
  await expect(page.getByText(`Tenant is ${site.name}`).first()).toBeVisible();
  // Two of the three came from a browser that the account did not know.
  await expect(page.locator('tbody tr')).toHaveCount(6);
  await expect(page.locator('tbody tr').filter({ hasText: 'Session opened' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('6 rows, unbroken')).toBeVisible();
  const csv = await page.request.get(
    server.url('localhost', `/admin/audit/export.csv?tenant=${site.id}&type=session.opened`),
  );
  const lines = (await csv.text()).trim().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('When,Who,With,What,Kind,Record');
  await page.locator('tbody tr').first().getByRole('link').click();
  await expect(page.getByText('Owner Person').first()).toBeVisible();
  await expect(page.locator('dl')).toContainText(site.name);
});

test('the first row that was tampered with is named, without scripts too', async ({
  page,
  server,
  browser,
}) => {
  const site = await busySite(server);
  const path = `/admin/audit?tenant=${site.id}`;
  await signIn(page, server, { ...root, path });
  // Nobody but a superuser of the database can: the triggers stop its owner, too.
  const sql = postgres(server.adminUrl, { max: 1 });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update platform.audit_log set actor_name = 'Eve' where tenant_id = ${site.id} and seq = 3`;
  });
  await sql.end({ timeout: 5 });
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('Row 3 was edited.')).toBeVisible();
  await expectAccessible(page);
  const context = await withoutScripts(browser);
  const plain = await context.newPage();
  await signIn(plain, server, { ...root, path });
  await plain.getByRole('button', { name: 'Verify' }).click();
  await expect(plain.getByText('Row 3 was edited.')).toBeVisible();
  await context.close();
});

test('the palette leads to it', async ({ page, server }) => {
  await signIn(page, server, { ...root, path: '/admin/tenants' });
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await page.getByRole('option', { name: /Audit log/ }).click();
  await expect(page).toHaveURL(server.url('localhost', '/admin/audit'));
});
