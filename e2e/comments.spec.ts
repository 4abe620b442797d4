import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const path = '/blog/post-1';

async function siteWith(server: SharedServer, comments: string): Promise<MadeSite> {
  const site = await makeSite(server, 2);
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    update platform.tenants set settings = settings || ${sql.json({ comments })}
    where id = ${site.id}`;
  await sql`
    insert into platform.events (tenant_id, type, cache_tags)
    values (${site.id}, 'tenant.updated', ${[`t:${site.id}`]})`;
  await sql.end();
  return site;
}

const enter = (
  page: Page,
  server: SharedServer,
  site: MadeSite,
  who: 'member' | 'owner',
  to = path,
) => signIn(page, server, { host: site.host, email: site.people[who], path: to });

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Comment as/).fill(text);
  await page.getByRole('button', { name: 'Send comment' }).click();
}
const part = (page: Page) => page.getByRole('region', { name: /^Comments/ });

test('a comment waits, is approved, and is public on the cached page @phone', async ({
  page,
  browser,
  server,
}) => {
  const site = await siteWith(server, 'held');
  await enter(page, server, site, 'member');
  await expect(part(page)).toContainText('Nobody has commented yet.');
  await say(page, 'Fine words: https://a.example/x.\n\n<script>document.title="taken"</script>');
  await expect(part(page)).toContainText('Your comment waits for a moderator.');
  await expect(part(page).getByRole('link', { name: 'https://a.example/x' })).toHaveAttribute(
    'rel',
    'ugc nofollow noopener',
  );
  await part(page).scrollIntoViewIfNeeded();
  await lookAt(page, 'comments-held');
  await page.reload();
  await expect(part(page)).toContainText('Your comment waits for a moderator.');
  expect((await httpGet(server, site.host, path)).body).not.toContain('Fine words');

  const staff = await (await browser.newContext()).newPage();
  await enter(staff, server, site, 'owner', '/admin/comments?status=held');
  await staff
    .getByRole('link', { name: /Fine words/ })
    .first()
    .click();
  await expect(staff.getByText('Fine words').first()).toBeVisible();
  await staff.goto(server.url(site.host, '/admin/comments?status=held'));
  await staff.getByRole('checkbox', { name: /Fine words/ }).check();
  await staff.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(staff.getByText(/Approved 1 comment|1 comment approved/i).first()).toBeVisible();
  await staff.context().close();

  await expect
    .poll(async () => (await httpGet(server, site.host, path)).body)
    .toContain('Fine words');
  await page.reload();
  await expect(part(page)).not.toContainText('waits for a moderator');
  await expect(page.getByRole('link', { name: '1 comment' })).toBeVisible();
  await expect(page).not.toHaveTitle('taken');
});

test('comments are answered, and one’s own taken away', async ({ page, server }) => {
  const site = await siteWith(server, 'open');
  await enter(page, server, site, 'member');
  await say(page, 'First');
  await expect(part(page).getByRole('article')).toHaveCount(1);
  await part(page)
    .getByRole('button', { name: /^Reply/ })
    .click();
  await page.getByLabel('Reply to Member Person').fill('An answer');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(part(page).getByRole('article')).toHaveCount(2);
  await lookAt(page, 'comments-thread');
  await part(page)
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click();
  await part(page).getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(part(page).getByRole('article')).toHaveCount(1);
  await say(page, '   ');
  await expect(part(page).getByRole('alert').filter({ hasText: 'Write something' })).toBeVisible();
});

test('who is not signed in is led to sign in, and sees what is public', async ({
  page,
  server,
}) => {
  const site = await siteWith(server, 'held');
  await page.goto(server.url(site.host, path));
  await expect(part(page).getByRole('link', { name: 'Sign in to comment' })).toBeVisible();
  await lookAt(page, 'comments-signed-out');
  expect((await httpGet(server, site.host, '/api/comments?post=x')).status).toBe(404);
});

test('without comments nothing shows, and nothing answers', async ({ page, server }) => {
  const site = await siteWith(server, 'off');
  await enter(page, server, site, 'owner');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(part(page)).toHaveCount(0);
  const [post] = site.posts;
  expect((await httpGet(server, site.host, `/api/comments?post=${post}`)).status).toBe(404);
  const answer = await page.goto(server.url(site.host, '/admin/comments'));
  expect(answer?.status()).toBe(404);
  await page.goto(server.url(site.host, '/admin'));
  await expect(page.getByRole('link', { name: 'Comments', exact: true })).toHaveCount(0);
});

test('the setting turns them on, and staff are told of what waits', async ({ page, server }) => {
  const site = await siteWith(server, 'off');
  await enter(page, server, site, 'owner', '/admin/settings');
  await page.getByLabel('Who may comment on posts').selectOption('held');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Comments', exact: true })).toBeVisible();
  await lookAt(page, 'comments-setting');
  await page.goto(server.url(site.host, '/admin/comments'));
  await expect(page.getByText('What members say about posts stands here.')).toBeVisible();
});
