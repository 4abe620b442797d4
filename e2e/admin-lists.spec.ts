import { type MadeSite, makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 30);
});

test('the dashboard’s numbers are those of its lists', async ({ page, server }) => {
  const own = await makeSite(server, 5);
  await signIn(page, server, { host: own.host, email: own.people.owner, path: '/admin' });
  const number = (label: string) =>
    page.locator('.stats > div').filter({ hasText: label }).locator('dd');
  await expect(number('Published')).toContainText('3');
  await expect(number('Drafts')).toContainText('2');
  await expect(number('In the trash')).toContainText('0');
  await expect(number('Tags')).toContainText('1');
  await expect(number('Members')).toContainText('3');
  await page.getByRole('link', { name: 'Drafts', exact: true }).click();
  await expect(page.locator('tbody tr')).toHaveCount(2);
});

test('the address holds search, filter, order and page', async ({ page, server }) => {
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  await expect(page.locator('tbody tr')).toHaveCount(25);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.locator('tbody tr')).toHaveCount(5);
  await page.reload();
  await expect(page.locator('tbody tr')).toHaveCount(5);
  await page.goto(server.url(site.host, '/admin/posts?status=draft&q=Post+1'));
  const titles = page.locator('tbody tr').getByRole('link');
  await expect(page.locator('tbody tr')).toHaveCount(5);
  await page.getByRole('link', { name: 'Title' }).click();
  await expect(page).toHaveURL(/sort=title/);
  await expect(page).toHaveURL(/status=draft/);
  await expect(titles.first()).toHaveText('Post 10');
  await expect(page.getByRole('columnheader', { name: /Title/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.goto(server.url(site.host, '/admin/posts?q=nothing-like-it'));
  await expect(page.getByRole('link', { name: /Clear/ }).first()).toBeVisible();
  await page.goto(server.url(site.host, '/admin/posts?status=flying&sort=body&after=xyz&odd=1'));
  await expect(page.getByText(/was left out/).first()).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(25);
});

test('a bulk act does what it can and tells what it left out', async ({ page, server }) => {
  const own = await makeSite(server, 4);
  await signIn(page, server, { host: own.host, email: own.people.editor, path: '/admin/posts' });
  for (const title of ['Post 2', 'Post 3', 'Post 4']) {
    await page.locator('tr', { hasText: title }).getByRole('checkbox').check();
  }
  await page.evaluate((foreign) => {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'id' });
    field.value = foreign;
    document.querySelector('form:has(table)')?.append(field);
  }, site.posts[0] ?? '');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const told = page.locator('.notice');
  await expect(told).toContainText('Published 2 posts, 2 were left out');
  await told.getByText('Show why').click();
  await expect(told).toContainText('Post 3: It is published already.');
  await expect(told).toContainText(/There is no such post/);
  await expect(page.locator('tr', { hasText: 'Post 4' })).toContainText('Published');
});

test('records go to the trash and come back, and their names are free meanwhile', async ({
  page,
  server,
}) => {
  const own = await makeSite(server, 2);
  await signIn(page, server, { host: own.host, email: own.people.owner, path: '/admin/posts' });
  await page.locator('tr', { hasText: 'Post 1' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /trash/i }).last().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move 1 post to trash' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  const reader = await page.context().newPage();
  expect((await reader.goto(server.url(own.host, '/blog/post-1')))?.status()).toBe(404);
  await page.goto(server.url(own.host, '/admin/posts?trash=1'));
  await page.locator('tr', { hasText: 'Post 1' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Restore' }).last().click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  expect((await reader.goto(server.url(own.host, '/blog/post-1')))?.status()).toBe(200);
});

test('a list works without scripts: order, acts, and a question before the trash', async ({
  browser,
  server,
}) => {
  const own = await makeSite(server, 3);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { host: own.host, email: own.people.owner, path: '/admin/posts' });
  await page.getByRole('link', { name: 'Title' }).click();
  await expect(page.locator('tbody tr').first()).toContainText('Post 1');
  await page.locator('tr', { hasText: 'Post 2' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Publish', exact: true }).last().click();
  await expect(page.locator('.notice')).toHaveText('Published 1 post.');
  await page.locator('tr', { hasText: 'Post 2' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /trash/i }).last().click();
  await expect(page.getByText('Move 1 post to the trash?')).toBeVisible();
  await page.getByRole('button', { name: 'Move 1 post to trash' }).click();
  await expect(page.locator('.notice')).toContainText('Moved 1 post to the trash.');
  await expect(page.locator('.notice').getByRole('link')).toHaveText('Open trash');
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await context.close();
});

test('the CSV is what the list shows', async ({ page, server }) => {
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/posts?status=draft',
  });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const file = await (await download).path();
  const { readFileSync } = await import('node:fs');
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(16);
  expect(lines[0]).toContain('Title');
});

test('the audit log tells who did what, and can be narrowed', async ({ page, server }) => {
  const own = await makeSite(server, 1);
  await signIn(page, server, { host: own.host, email: own.people.owner, path: '/admin/tags/new' });
  await page.getByLabel('Name').fill('Fresh tag');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/tags\?/);
  await page.goto(server.url(own.host, '/admin/audit'));
  const row = page.locator('tr', { hasText: 'Fresh tag' });
  await expect(row).toContainText('Owner Person');
  await page.goto(server.url(own.host, '/admin/audit?type=tag.created&actorName=Owner+Person'));
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.goto(server.url(own.host, '/admin/audit?actorName=Nobody'));
  await expect(page.locator('tbody tr')).toHaveCount(0);
});

test('the palette finds posts by title, and ? lists the shortcuts', async ({ page, server }) => {
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin' });
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Post 17');
  await expect(page.getByRole('option', { name: /Post 17/ })).toBeVisible();
  await page.getByRole('option', { name: /Post 17/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Post 17');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText(/shortcuts/i);
});
