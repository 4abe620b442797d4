import { openOwnerClient } from '../lib/db/owner-client';
import { choose, makeTenant } from './support/console-tenant';
import { httpGet } from './support/http-get';
import { expectAccessibleInBoth, expectNoSidewaysScroll } from './support/look-at';
import { alertOf, fillSignIn } from './support/sign-in';
import { expect, test } from './support/test';

test('maintenance closes every door, and its link opens them', async ({
  page,
  server,
  browser,
}) => {
  const { host, email } = await makeTenant(page, server);
  expect((await httpGet(server, host, '/')).status).toBe(200);
  await choose(page, 'Maintenance');
  await page.getByLabel('What visitors read').fill('We are moving <house>.');
  await page.getByLabel('Thought to end').fill('2099-01-31T18:00');
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Close for maintenance' }).click();
  await expect(page.getByText('This link is shown only here')).toBeVisible();
  await expectAccessibleInBoth(page);
  const link = (await page.locator('dd a').getAttribute('href')) ?? '';

  expect((await httpGet(server, host, '/')).headers.location).toContain('/unavailable');
  const closed = await httpGet(server, host, '/unavailable');
  expect(closed.status).toBe(503);
  expect(closed.body).toContain('We are moving &lt;house&gt;.');
  expect(closed.body).toContain('31 January 2099');
  expect((await httpGet(server, host, '/api/v1/posts')).status).toBe(503);
  expect((await httpGet(server, host, '/unavailable?key=guessed')).status).toBe(503);

  const own = await browser.newContext();
  const insider = await own.newPage();
  await insider.goto(link);
  await expect(insider).toHaveURL(server.url(host, '/'));
  await expect(insider.getByText('Closed for maintenance.')).toBeVisible();
  await insider.goto(server.url(host, '/admin'));
  await fillSignIn(insider, email, 'a long password');
  await expect(insider.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(insider.getByRole('button', { name: 'Your account menu' })).toBeVisible();
  await expectNoSidewaysScroll(insider);
  // Nobody else is let in by what the insider's visit left in a cache.
  expect((await httpGet(server, host, '/')).headers.location).toContain('/unavailable');

  await page.getByRole('link', { name: 'Go to the tenant' }).click();
  await page.getByRole('button', { name: 'End maintenance' }).click();
  await expect(page.getByText('is active again')).toBeVisible();
  await insider.goto(server.url(host, '/'));
  await expect(insider.getByText('Closed for maintenance.')).toHaveCount(0);
  expect((await httpGet(server, host, '/')).status).toBe(200);
  await own.close();
});

test('the link of a maintenance opens the domain that everybody is sent to', async ({
  page,
  server,
}) => {
  const { slug, host } = await makeTenant(page, server);
  const domain = `www.${slug}.test`;
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    insert into platform.domains (tenant_id, hostname, is_primary, verified_at)
    select id, ${domain}, true, now() from platform.tenants where slug = ${slug}`;
  await sql`
    update platform.tenants set settings = settings || '{"redirectToPrimary": true}' where slug = ${slug}`;
  await sql.end();
  await choose(page, 'Maintenance');
  await page.getByRole('button', { name: 'Close for maintenance' }).click();
  const link = (await page.locator('dd a').getAttribute('href')) ?? '';
  const { pathname, search } = new URL(link);
  const first = await httpGet(server, host, pathname + search);
  expect([first.status, first.headers.location]).toEqual([
    303,
    server.url(domain, pathname + search),
  ]);
  expect(first.headers['set-cookie']).toBeUndefined();
  const second = await httpGet(server, domain, pathname + search);
  expect([second.status, second.headers.location]).toEqual([303, '/']);
  const [cookie = ''] = String(second.headers['set-cookie']).split(';');
  const opened = await httpGet(server, domain, '/', [['cookie', cookie]]);
  expect([opened.status, opened.body.includes('Closed for maintenance.')]).toEqual([200, true]);
});

test('a renamed tenant is found under both names', async ({ page, server }) => {
  const { slug, host } = await makeTenant(page, server);
  expect((await httpGet(server, host, '/blog')).status).toBe(200);
  await choose(page, 'Change the address');
  await page.getByLabel('Address').fill('acme');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(alertOf(page).getByText('Another tenant has this address.')).toBeVisible();
  await page.getByLabel('Address').fill(`${slug}-new`);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText('has a new address')).toBeVisible();
  const moved = server.url(`${slug}-new.localhost`, '');
  for (const path of ['/', '/blog', '/feed.xml', '/api/v1/posts?page=2']) {
    const { status, headers } = await httpGet(server, host, path);
    // Of a cached page Next says Location twice.
    expect([status, headers.location?.split(', ')[0]]).toEqual([307, moved + path]);
  }
  expect((await httpGet(server, `${slug}-new.localhost`, '/blog')).status).toBe(200);
});

test('a deleted tenant is gone at once and comes back', async ({ page, server }) => {
  const { slug, host, home } = await makeTenant(page, server);
  expect((await httpGet(server, host, '/')).status).toBe(200);
  await choose(page, 'Delete');
  await page.getByLabel('Why').fill('Asked for by mail.');
  await expect(page.getByRole('button', { name: `Delete The ${slug}` })).toBeDisabled();
  await page.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: `Delete The ${slug}` }).click();
  await expect(page.getByText('is deleted')).toBeVisible();
  await expect(page.getByText(`was ${slug}`)).toBeVisible();
  expect((await httpGet(server, host, '/')).status).toBe(404);

  await page.goto(server.url('localhost', '/admin/tenants?status=deleted'));
  await expect(page.getByRole('link', { name: `The ${slug}` })).toBeVisible();
  await page.goto(`${home}/restore`);
  await expect(page.getByLabel('Address')).toHaveValue(slug);
  await page.getByRole('button', { name: `Restore The ${slug}` }).click();
  await expect(page.getByText('is back')).toBeVisible();
  expect((await httpGet(server, host, '/')).status).toBe(200);
});
