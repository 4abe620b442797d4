import type { Page } from '@playwright/test';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

async function openPublished(page: Page, server: SharedServer): Promise<void> {
  const site = await makeSite(server, 2);
  const path = `/admin/posts/${site.posts[0]}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await expect(page.locator('.ProseMirror')).toBeVisible();
}

test('what is changed and changed back waits for nothing, whatever seconds a post was published at', async ({
  page,
  server,
}) => {
  await openPublished(page, server);
  const title = page.getByLabel('Title', { exact: true });
  const before = await title.inputValue();
  for (const words of ['Another title', before]) {
    const saved = page.waitForResponse('**/api/autosave');
    await title.fill(words);
    expect((await saved).status()).toBe(200);
  }
  await page.reload();
  await expect(page.locator('.ProseMirror')).toBeVisible();
  await expect(page.getByText('Changes not published')).toHaveCount(0);
});

test('a time that waits beside a public post is the post’s once its changes are published', async ({
  page,
  server,
}) => {
  await openPublished(page, server);
  const time = page.getByLabel('Goes out');
  const saved = page.waitForResponse('**/api/autosave');
  await time.fill('2024-02-29T09:30');
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(page.locator('.ProseMirror')).toBeVisible();
  await expect(page.getByText('Changes not published')).toBeVisible();
  await page.getByRole('button', { name: 'Publish changes' }).click();
  await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(time).toHaveValue('2024-02-29T09:30');
  await expect(page.getByText('Changes not published')).toHaveCount(0);
});
