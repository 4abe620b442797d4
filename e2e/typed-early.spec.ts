import type { Page } from '@playwright/test';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

/** Opens a page whose scripts come only once they are let go. */
async function openWithoutScripts(page: Page, address: string): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  return async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const go of held) go();
    await expect(page.locator('.ProseMirror')).toBeVisible();
  };
}

test('what is typed before the scripts of a page have come stays, with its caret', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 3);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  const letCome = await openWithoutScripts(
    page,
    server.url(site.host, `/admin/posts/${site.posts[0]}`),
  );
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('Typed on a slow train');
  await title.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 8));
  await letCome();
  await expect(page.locator('.saved-words')).toContainText('Saved');
  await expect(title).toHaveValue('Typed on a slow train');
  const saved = page.waitForResponse('**/api/autosave');
  await page.keyboard.insertText(' in');
  await expect(title).toHaveValue('Typed in a slow train');
  await saved;
  await page.reload();
  await expect(title).toHaveValue('Typed in a slow train');
});

test('a title typed before the scripts have come makes a post as one typed later', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 1);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  const letCome = await openWithoutScripts(page, server.url(site.host, '/admin/posts/new'));
  await page.getByLabel('Title', { exact: true }).fill('Begun on a slow train');
  await letCome();
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Begun on a slow train');
});

test('what was typed right before a page was loaded anew is saved, or kept in the browser', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 3);
  const path = `/admin/posts/${site.posts[0]}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await expect(page.locator('.ProseMirror')).toBeVisible();
  const title = page.getByLabel('Title', { exact: true });
  // The save that leaves with the page is lost on its way.
  await page.route('**/api/autosave', (route) => route.abort());
  await title.fill('The last words');
  await page.reload();
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(title).toHaveValue('The last words');
});
