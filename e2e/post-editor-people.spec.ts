import type { Page } from '@playwright/test';
import { expectAccessibleInBoth, lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 12);
});

const title = (page: Page) => page.getByLabel('Title', { exact: true });
const banner = (page: Page) => page.locator('.writing-banner');

async function open(page: Page, server: SharedServer, path: string, email: string) {
  await signIn(page, server, { host: site.host, email, path });
  await expect(page.locator('.ProseMirror')).toBeVisible();
}

test('one writes, the other reads along, asks, and is given the pen', async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const path = `/admin/posts/${site.posts[1]}`;
  const newPage = async () => (await browser.newContext()).newPage();
  const [first, second] = [await newPage(), await newPage()];
  await open(first, server, path, site.people.owner);
  await title(first).fill('By the owner');
  await expect(first.locator('.saved-words')).toContainText('Saved');
  await open(second, server, path, site.people.editor);
  await expect(banner(second)).toContainText('Owner Person is writing.');
  await expect(title(second)).toHaveAttribute('readonly');
  await expect(second.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await lookAt(second, 'post-editor-reads');
  await expectAccessibleInBoth(second);
  await title(first).fill('By the owner, once more');
  await expect(title(second)).toHaveValue('By the owner, once more');
  await second.getByRole('button', { name: 'Ask to edit' }).click();
  await expect(banner(first)).toContainText('Editor Person asked to edit.');
  await lookAt(first, 'post-editor-asked');
  await title(first).fill('By the owner, at last');
  await first.getByRole('button', { name: 'Hand over to Editor' }).click();
  await expect(banner(first)).toContainText('Editor Person is writing.');
  // Its page reads along until it is loaded anew, and writes once its scripts are there.
  await expect(title(second)).not.toHaveAttribute('readonly');
  await expect(second.locator('.ProseMirror')).toBeVisible();
  await expect(title(second)).toHaveValue('By the owner, at last');
  await title(second).fill('By the editor');
  await expect(second.locator('.saved-words')).toContainText('Saved');
  await expect(title(first)).toHaveValue('By the editor');
  await first.getByRole('button', { name: 'Take over' }).click();
  await expect(title(first)).not.toHaveAttribute('readonly');
  await expect(banner(second)).toContainText('Owner Person is writing.');
  await Promise.all([first.close(), second.close()]);
});

test('what a list or a program changed meanwhile is not written over', async ({
  browser,
  page,
  server,
}) => {
  const path = `/admin/posts/${site.posts[0]}`;
  await open(page, server, path, site.people.owner);
  await title(page).fill('Mine');
  await expect(page.locator('.saved-words')).toContainText('not published');
  const other = await browser.newPage();
  await signIn(other, server, {
    ...{ host: site.host, email: site.people.editor, path: '/admin/posts?q=Post+1' },
  });
  const link = other.getByRole('link', { name: 'Post 1', exact: true });
  const row = other.locator('tr').filter({ has: link });
  await expect(row).toContainText('Changes not published');
  await row.getByRole('button').last().click();
  await other.getByRole('menuitem', { name: 'Unpublish' }).click();
  await expect(row).toContainText('Draft');
  await page.getByRole('button', { name: 'Publish changes' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Not saved: Editor changed this' });
  await expect(notice).toContainText('Status');
  await expect(title(page)).toHaveValue('Mine');
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByText('Post saved', { exact: true }).first()).toBeVisible();
  await other.close();
});

test('a preview shows what is not published to whoever has its address, and to no machine', async ({
  browser,
  page,
  server,
}) => {
  await open(page, server, `/admin/posts/${site.posts[3]}`, site.people.owner);
  await title(page).fill('Not for everybody');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Preview' }).click();
  const preview = await opened;
  await preview.waitForURL(/\/preview\//);
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Not for everybody');
  const address = preview.url();
  const stranger = await (await browser.newContext()).newPage();
  const answer = await stranger.goto(address);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Not for everybody');
  await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(stranger.getByText('Preview, not published')).toBeVisible();
  await expectAccessibleInBoth(stranger);
  const elsewhere = address.replace(site.host, 'globex.localhost');
  expect((await stranger.goto(elsewhere))?.status()).toBe(404);
  expect((await stranger.goto(`${address}x`))?.status()).toBe(404);
  expect((await stranger.goto(server.url(site.host, '/preview/nonsense')))?.status()).toBe(404);
  await stranger.context().close();
});
