import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { lookAt } from './support/look-at';
import { startServer, type TestServer } from './support/server';
import { fillSignIn } from './support/sign-in';
import { expect, test } from './support/test';

// Where only the session names the tenant: one host, and each browser sees the site it has chosen.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let own: TestServer;
test.beforeAll(async () => {
  own = await startServer({ env: { TENANT_RESOLVER: 'domain,session' } });
});
test.afterAll(() => own?.stop());

const at = (path: string) => own.url('localhost', path);
const open = (page: Page, name: string) =>
  page.getByRole('button', { name: `Open ${name}` }).click();

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(at('/login'));
  await fillSignIn(page, email);
}

test('one chooses, works, changes over, leaves and signs out @phone', async ({ page }) => {
  await signIn(page, 'bob@example.com');
  await expect(page.getByRole('heading', { name: 'Your sites' })).toBeVisible();
  await lookAt(page, 'session-tenant-sites');
  await open(page, 'ACME Corporation');
  await expect(page).toHaveURL(at('/admin'));
  await expect(page.getByText('ACME Corporation').first()).toBeVisible();
  await page.goto(at('/account'));
  await expect(page.locator('main'), 'nobody signs in twice').toContainText('bob@example.com');
  await page.getByRole('link', { name: 'Globex' }).click();
  await open(page, 'Globex');
  await expect(page).toHaveURL(at('/'));
  await expect(page).toHaveTitle(/Globex/);
  await page.goto(at('/admin'));
  await expect(page.getByText('ACME Corporation')).toHaveCount(0);
  await page.goto(at('/session/site?next=%2Faccount%2Fname'));
  await page.getByRole('button', { name: 'Leave the site' }).click();
  await expect(page, 'the platform’s own page').toHaveURL(at('/account/name'));
  await page.goto(at('/session/site'));
  await open(page, 'Globex');
  await expect(page).toHaveTitle(/Globex/);
  await page.goto(at('/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page, 'the platform again').toHaveURL(at('/login?signed-out=1'));
  await expect(page.getByText('the platform itself')).toBeVisible();
});

test('where somebody begins is theirs to say, and only their own', async ({ page }) => {
  await signIn(page, 'bob@example.com');
  await page.getByLabel('Begin each time at').selectOption({ label: 'Globex' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It holds from your next sign-in on.')).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, 'bob@example.com');
  await expect(page).toHaveURL(at('/'));
  await expect(page).toHaveTitle(/Globex/);
  await page.goto(at('/account'));
  await expect(page.locator('main')).toContainText('bob@example.com');
});

test('nobody opens a site they do not belong to, whatever the form says', async ({ page }) => {
  await signIn(page, 'gus@example.com');
  await expect(page.getByRole('button', { name: 'Open ACME' })).toHaveCount(0);
  const acme = await idOf('acme');
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Open Globex' }) });
  await form.locator('input[name=tenant]').evaluate((input, id) => {
    (input as HTMLInputElement).value = id;
  }, acme);
  await form.getByRole('button').click();
  await page.waitForLoadState();
  await page.goto(at('/'));
  await expect(page).not.toHaveTitle(/ACME/);
});

test('a site that is gone holds nobody: there is a way out', async ({ page }) => {
  await signIn(page, 'cleo@example.com');
  await open(page, 'ACME Corporation');
  await expect(page).toHaveTitle(/ACME/);
  await asOwner(
    (sql) => sql`
    delete from platform.memberships m using platform.users u
    where u.id = m.user_id and u.email = 'cleo@example.com'`,
  );
  await page.goto(at('/session/site'));
  await expect(page.getByText('You belong to no site so far.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the site' }).click();
  await expect(page).toHaveURL(at('/account'));
  await expect(page.locator('main')).toContainText('cleo@example.com');
});

test('a session that has ended leaves its host to the platform', async ({ page }) => {
  await signIn(page, 'ada@example.com');
  await open(page, 'ACME Corporation');
  await expect(page).toHaveURL(at('/admin'));
  await asOwner((sql) => sql`update platform.sessions set revoked_at = now()`);
  await page.goto(at('/session/site'));
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('the platform itself')).toBeVisible();
});

async function idOf(slug: string): Promise<string> {
  const [row] = await asOwner((sql) => sql`select id from platform.tenants where slug = ${slug}`);
  return row?.id;
}

async function asOwner<R>(
  work: (sql: ReturnType<typeof openOwnerClient>) => Promise<R>,
): Promise<R> {
  const sql = openOwnerClient(own.database.ownerUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
