import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { demoPassword } from '../lib/demo/demo-people';
import { askRest } from './support/ask-rest';
import { lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { runScript } from './support/run-script';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 4);
});

const open = (page: Page, server: SharedServer, path: string, email = site.people.owner) =>
  signIn(page, server, { host: site.host, email, path });
const me = async (server: SharedServer, token: string, host = site.host) =>
  askRest(server, { host, path: '/me', token });

/** Fills in the form as it stands. */
async function fill(page: Page, name: string, scopes: string[]): Promise<void> {
  await page.getByLabel('Name').fill(name);
  for (const scope of scopes) await page.locator(`input[value="${scope}"]`).check();
}

/** The key, where the page shows it. */
async function shownKey(page: Page): Promise<string> {
  const key = page.getByTestId('api-key');
  await expect(key).toBeVisible();
  return (await key.textContent()) ?? '';
}

test('@phone a key is made, shown once, used, and revoked after a question', async ({
  page,
  server,
}) => {
  const name = `Deploys ${Date.now()}`;
  await open(page, server, '/admin/api-keys');
  await page.getByRole('link', { name: 'New API key' }).first().click();
  await expect(page.getByRole('heading', { name: 'New API key' })).toBeVisible();
  await page.getByRole('button', { name: 'Make key' }).click();
  await expect(page.getByText('Give it a name that says what uses it.')).toBeVisible();
  await expect(page.getByText('Choose at least one thing that it may do.')).toBeVisible();
  await lookAt(page, 'api-key-form');
  await fill(page, name, ['posts.read', 'tags.read']);
  await page.getByRole('button', { name: 'Make key' }).click();
  const key = await shownKey(page);
  expect(key).toMatch(/^tnt_[0-9a-f]{8}_[0-9a-f]{72}$/);
  await expect(page.getByText('It is shown this once')).toBeVisible();
  await lookAt(page, 'api-key-made');
  expect((await me(server, key)).json).toMatchObject({ apiKey: { name } });

  await page.getByRole('link', { name: 'I have copied it' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await lookAt(page, 'api-keys');
  await page.reload();
  expect(await page.content()).toContain(key.slice(0, 12));
  expect(await page.content()).not.toContain(key.slice(13, 40));

  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByRole('button', { name: /^(More|Actions)/ }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Programs that use it are refused at once.');
  expect((await me(server, key)).status).toBe(200);
  await dialog.getByRole('button', { name: /^Revoke/ }).click();
  await expect(row).toContainText('Revoked');
  expect((await me(server, key)).status).toBe(401);
});

test('works without scripts, and what was ticked stays after a refusal', async ({
  browser,
  server,
}) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await open(page, server, '/admin/api-keys/new');
  await fill(page, ' ', ['posts.read']);
  await page.getByRole('button', { name: 'Make key' }).click();
  await expect(page.getByText('Give it a name that says what uses it.')).toBeVisible();
  await expect(page.locator('input[value="posts.read"]')).toBeChecked();
  await page.getByLabel('Name').fill('Without scripts');
  await page.getByRole('button', { name: 'Make key' }).click();
  const key = await shownKey(page);
  expect((await me(server, key)).status).toBe(200);
  await context.close();
});

test('who may not look at keys finds no place for them', async ({ page, server }) => {
  await open(page, server, '/admin', site.people.editor);
  await expect(page.getByRole('link', { name: 'API keys' })).toHaveCount(0);
  for (const path of ['/admin/api-keys', '/admin/api-keys/new']) {
    expect((await page.goto(server.url(site.host, path)))?.status()).toBe(404);
  }
});

test('a key is nothing elsewhere, whatever a header or an address names, and is never logged', async ({
  page,
  server,
}) => {
  await open(page, server, '/admin/api-keys/new');
  await fill(page, 'Elsewhere', ['posts.read']);
  await page.getByRole('button', { name: 'Make key' }).click();
  const key = await shownKey(page);
  const ask = async (host: string, path = '/me', headers: [string, string][] = []) =>
    (await askRest(server, { host, path, token: key, headers })).status;
  const named = `${site.host}:${server.port}`;
  expect(await ask('globex.localhost')).toBe(401);
  expect(await ask('localhost')).toBe(401);
  expect(await ask('globex.localhost', '/me', [['X-Forwarded-Host', named]])).toBe(401);
  expect(await ask('globex.localhost', '/me', [['X-Tenant-ID', site.id]])).toBe(401);
  expect(await ask('localhost', '/platform/tenants')).toBe(401);
  const byQuery = await askRest(server, { host: site.host, path: `/me?api_key=${key}` });
  expect(byQuery.status).toBe(401);
  expect(await ask(site.host, `/no/${key}`)).toBe(404);
  const log = readFileSync(join(server.dataDir, 'debug.log'), 'utf8');
  expect(log).not.toContain(key.slice(13, 40));
});

test('what ends access ends keys and tokens on every host within two seconds', async ({
  page,
  server,
}) => {
  const { id, host, people } = await makeSite(server, 1);
  const slug = host.replace('.localhost', '');
  const domain = `keys.${slug}.localhost`;
  await runScript(server, 'e2e/support/add-domain.ts', [slug, domain]);
  const sql = openOwnerClient(server.ownerUrl);
  const newToken = async () => {
    const body = { email: people.editor, password: demoPassword };
    const { json } = await askRest(server, { host, method: 'POST', path: '/token', body });
    return json.access as string;
  };
  await sql`update platform.memberships set role = 'admin' where tenant_id = ${id} and role = 'editor'`;
  await signIn(page, server, { host, email: people.editor, path: '/admin/api-keys/new' });
  await fill(page, 'On every host', ['members.read']);
  await page.getByRole('button', { name: 'Make key' }).click();
  const key = await shownKey(page);
  let held = [key, await newToken()];
  const statuses = async (path = '/members') => {
    const asked = [host, domain].flatMap((at) =>
      held.map((token) => askRest(server, { host: at, path, token })),
    );
    return (await Promise.all(asked)).map(({ status }) => status).join(' ');
  };
  const soon = (words: string) => expect.poll(() => statuses(), { timeout: 2000 }).toBe(words);
  await expect.poll(() => statuses(), { timeout: 10_000 }).toBe('200 200 200 200');
  await sql`
    update platform.memberships set is_staff = false where tenant_id = ${id} and email = ${people.editor}`;
  // A demotion ends what was opened before it.
  await soon('403 401 403 401');
  held = [key, await newToken()];
  await soon('403 403 403 403');
  await sql`
    update platform.memberships set is_staff = true where tenant_id = ${id} and email = ${people.editor}`;
  await soon('200 200 200 200');
  await runScript(server, 'lib/cli/index.ts', ['suspend', '--tenant', slug]);
  await soon('503 503 503 503');
  await runScript(server, 'lib/cli/index.ts', ['activate', '--tenant', slug]);
  await soon('200 200 200 200');
  await sql`delete from platform.memberships where tenant_id = ${id} and email = ${people.editor}`;
  await soon('401 401 401 401');
  await sql.end({ timeout: 5 });
});
