import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

test('what is typed before the scripts of a page have come stays, with its caret', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 3);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  const held: (() => void)[] = [];
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(server.url(site.host, `/admin/posts/${site.posts[0]}`), { waitUntil: 'commit' });
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('Typed on a slow train');
  await title.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 8));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const go of held) go();
  await expect(page.locator('.ProseMirror')).toBeVisible();
  await expect(page.locator('.saved-words')).toContainText('Saved');
  await expect(title).toHaveValue('Typed on a slow train');
  const saved = page.waitForResponse('**/api/autosave');
  await page.keyboard.insertText(' in');
  await expect(title).toHaveValue('Typed in a slow train');
  await saved;
  await page.reload();
  await expect(title).toHaveValue('Typed in a slow train');
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
