import type { Page } from '@playwright/test';
import { fetchFrom } from './support/fetch-from';
import { postPage } from './support/post-page';
import { signIn, signInByHttp } from './support/sign-in';
import { expect, test } from './support/test';

for (const host of ['acme.localhost', 'blog.acme.test']) {
  test(`Ada writes and publishes a post at ${host}, and readers see it at once`, async ({
    page,
    server,
  }) => {
    const title = `Written at ${host} ${Date.now()}`;
    await signIn(page, server, { host, email: 'ada@example.com', path: '/admin' });
    await page.getByRole('link', { name: 'New post' }).first().click();
    const post = postPage(page);
    await post.title.fill(title);
    await page.getByRole('button', { name: 'Markdown' }).click();
    await post.text.fill('## A part\n\nWith **bold** words. <script>bad()</script>');
    await page.getByRole('button', { name: 'Markdown' }).click();
    await expect(post.text.locator('strong')).toHaveText('bold');
    await expect(post.text).toContainText('<script>bad()</script>');
    expect(await post.text.locator('script').count()).toBe(0);
    await post.publish.click();
    await expect(post.publishChanges).toBeVisible();
    await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}\?done=/);
    const form = page.url();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const site = await page.getByRole('menuitem', { name: 'View on site' }).getAttribute('href');
    await page.goto(server.url(host, String(site)));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('article strong')).toHaveText('bold');
    await expect(page.locator('article script', { hasText: 'bad' })).toHaveCount(0);
    await page.goto(server.url(host, '/blog'));
    await expect(page.getByRole('link', { name: title }).first()).toBeVisible();

    await page.goto(form);
    await post.title.fill(`${title}, edited`);
    await post.publishChanges.click();
    await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();
    await page.goto(server.url(host, String(site)));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${title}, edited`);

    await page.goto(`${form.split('?')[0]}/delete`);
    await page.getByRole('button', { name: 'Move post to trash' }).click();
    await expect(page).toHaveURL(/\/admin\/posts\?done=trashed/);
    expect((await page.goto(server.url(host, String(site))))?.status()).toBe(404);
  });
}

test('who is not signed in comes back to where they were going', async ({ page, server }) => {
  await page.goto(server.url('acme.localhost', '/admin/posts?status=draft'));
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('demo-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/admin/posts?status=draft'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posts');
});

test('Bob the editor sees what he may change, and nothing else', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: 'bob@example.com', path: '/admin' });
  const nav = page.getByRole('navigation', { name: 'Admin' }).first();
  await expect(nav.getByRole('link', { name: 'Posts' })).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Members' })).toBeVisible();
  await expect(nav.getByRole('link', { name: /Settings|Audit/ })).toHaveCount(0);
  for (const path of ['/admin/settings', '/admin/audit', '/admin/audit/export.csv']) {
    expect((await fetchFrom(page, path)).status, path).toBe(404);
  }
  expect((await page.goto(server.url('acme.localhost', '/admin/settings')))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await page.goto(server.url('acme.localhost', '/admin/members'));
  await expect(page.getByRole('button', { name: /select/i })).toHaveCount(0);
});

for (const email of ['cleo@example.com', 'gus@example.com']) {
  test(`${email}, who is no staff of acme, is told that there is no admin`, async ({
    page,
    server,
  }) => {
    await signIn(page, server, { host: 'acme.localhost', email });
    for (const path of ['/admin', '/admin/posts', '/admin/posts/new', '/admin/settings']) {
      expect((await page.goto(server.url('acme.localhost', path)))?.status(), path).toBe(404);
      await expect(page.getByRole('navigation', { name: 'Admin' })).toHaveCount(0);
      await expect(page.locator('body')).not.toContainText('Dashboard');
    }
  });
}

test('ids of another tenant, unknown ids and unknown lists are 404', async ({ page, server }) => {
  const gus = await signInByHttp(server, 'globex.localhost', 'gus@example.com');
  const foreign = /\/admin\/posts\/([0-9a-f-]{36})/.exec((await gus.get('/admin/posts')).body)?.[1];
  expect(foreign).toBeTruthy();
  await signIn(page, server, { host: 'acme.localhost', email: 'ada@example.com', path: '/admin' });
  for (const path of [
    `/admin/posts/${foreign}`,
    `/admin/posts/${foreign}/history`,
    `/admin/posts/${foreign}/delete`,
    '/admin/posts/00000000-0000-4000-8000-000000000000',
    '/admin/posts/x',
    '/admin/nothing',
    '/admin/nothing/new',
    '/admin/members/new',
    '/admin/posts/x/y/z',
  ]) {
    expect((await page.goto(server.url('acme.localhost', path)))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  }
});

test('no cache may keep a page of the admin', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: 'ada@example.com', path: '/admin' });
  for (const path of ['/admin', '/admin/posts', '/admin/posts/export.csv', '/admin/nothing']) {
    expect((await fetchFrom(page, path)).cache, path).toMatch(/private.*no-store/);
  }
});

test('every page has a title of its own', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: 'ada@example.com', path: '/admin' });
  await expectTitle(page, 'Dashboard | ACME Corporation admin');
  await page.goto(server.url('acme.localhost', '/admin/posts'));
  await expectTitle(page, 'Posts | ACME Corporation admin');
  const first = page.locator('tbody tr').first().getByRole('link').first();
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expectTitle(page, `${title} | ACME Corporation admin`);
});

async function expectTitle(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(title);
}
