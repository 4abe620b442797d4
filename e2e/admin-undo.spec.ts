import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

test('Undo brings one post back from the trash, by the keyboard alone, and is offered once', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 3);
  const path = `/admin/posts/${site.posts[1]}/delete`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.getByRole('button', { name: 'Move post to trash' }).click();
  const toast = page.getByText('Post moved to the trash', { exact: true });
  await expect(toast).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await page.keyboard.press('Alt+t');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Restored 1 post.')).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await expect(page.getByRole('main')).toBeFocused();
  await page.reload();
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await page.waitForLoadState('networkidle');
  await expect(toast).toHaveCount(0);
});

test('Undo brings back many, and tells which name was taken meanwhile @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 5);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  await trash(page, ['Post 1', 'Post 2', 'Post 3']);
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Restored 3 posts.')).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(5);
  await trash(page, ['Post 2', 'Post 4']);
  await expect(page.locator('tbody tr')).toHaveCount(3);
  await takeName(server, site, 'post-2');
  await page.getByRole('button', { name: 'Undo' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Restored 1 post, 1 was left out.' });
  await expect(told).toContainText('Post 2: “post-2” is taken.');
  await expect(page.locator('tbody tr')).toHaveCount(5);
  await told.getByRole('link', { name: 'Open trash' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.locator('tbody tr')).toContainText('Post 2');
});

test('what an address names comes back only by a click, and only of one’s own tenant', async ({
  page,
  server,
}) => {
  const [site, other] = [await makeSite(server, 2), await makeSite(server, 1)];
  const [mine = '', foreign = ''] = [site.posts[0], other.posts[0]];
  await inTrash(server, [mine, foreign]);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  const open = async (undo: string) => {
    await page.goto(
      server.url(site.host, `/admin/posts?done=trashed&at=${Math.random()}&undo=${undo}`),
    );
    await expect(page.getByText('Post moved to the trash', { exact: true })).toBeVisible();
  };
  await open('not-an-id');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await open(foreign);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Restored no posts, 1 was left out.')).toBeVisible();
  await open(mine);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(2);
  expect(await inTrash(server, [])).toContain(foreign);
});

test('without scripts the notice leads to the trash', async ({ browser, server }) => {
  const site = await makeSite(server, 2);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const path = `/admin/posts/${site.posts[0]}/delete`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.getByRole('button', { name: 'Move post to trash' }).click();
  await expect(page.locator('.notice')).toContainText('Post moved to the trash');
  await page.locator('.notice').getByRole('link', { name: 'Open trash' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await context.close();
});

async function trash(page: Page, titles: string[]): Promise<void> {
  for (const title of titles) {
    await page.locator('tr', { hasText: title }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: /trash/i }).last().click();
  await page.getByRole('alertdialog').getByRole('button', { name: /^Move/ }).click();
  await expect(page.getByText(`Moved ${titles.length} posts to the trash.`)).toBeVisible();
}

async function takeName(server: SharedServer, site: MadeSite, slug: string): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    insert into posts (tenant_id, slug, title, body, author_id, status)
    select tenant_id, ${slug}, 'Taken', 'Text', id, 'draft' from authors
    where tenant_id = ${site.id}`;
  await sql.end({ timeout: 5 });
}

/** Puts posts into the trash; gives the ids of all that are there. */
async function inTrash(server: SharedServer, ids: string[]): Promise<string[]> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`update posts set deleted_at = now() where id = any(${ids}::uuid[])`;
  const rows = await sql`select id from posts where deleted_at is not null`;
  await sql.end({ timeout: 5 });
  return rows.map(({ id }) => id);
}
