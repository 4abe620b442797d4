import { makeSite } from './support/make-site';
import { postPage } from './support/post-page';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

test('what cannot be published is said beside the field, and nothing typed is lost', async ({
  page,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  const post = postPage(page);
  await post.text.fill('Words that stay');
  await post.slug.fill('Not a slug!');
  await post.summary.fill('Kept');
  await post.publish.click();
  const told = page.getByRole('alert').filter({ hasText: 'to put right' });
  await expect(told).toBeFocused();
  await expect(post.title).toHaveAttribute('aria-invalid', 'true');
  await expect(post.text).toHaveText('Words that stay');
  await expect(post.slug).toHaveValue('Not a slug!');
  await expect(post.summary).toHaveValue('Kept');
  await told.getByRole('link', { name: /Title/ }).click();
  await expect(post.title).toBeFocused();
  await page.keyboard.type('Put right');
  await post.slug.fill('put-right');
  await post.publish.click();
  await expect(post.publishChanges).toBeVisible();
  await page.goto(server.url(host, '/blog/put-right'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put right');
  await expect(page.getByText('Words that stay')).toBeVisible();
});

test('a post published twice at once is one', async ({ page, server }) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  const post = postPage(page);
  await post.title.fill('Only once');
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#record-form');
    const button = form?.querySelector<HTMLButtonElement>('button[value=publish]');
    form?.requestSubmit(button);
    form?.requestSubmit(button);
  });
  await expect(post.publishChanges).toBeVisible();
  await page.goto(server.url(host, '/admin/posts?q=Only+once'));
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('a post is written without scripts: refused, put right, saved, edited, published', async ({
  browser,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  const post = postPage(page);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await post.summary.fill('Written without scripts');
  await post.text.fill('Some **bold** words');
  await save.click();
  await expect(page.getByText('to put right')).toBeVisible();
  await expect(post.summary).toHaveValue('Written without scripts');
  await expect(post.text).toHaveValue('Some **bold** words');
  await post.title.fill('Plain');
  await page.locator('select[name=tags]').selectOption({ label: 'News' });
  await save.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain');
  await expect(post.slug).toHaveValue('plain');
  await expect(page.locator('select[name=tags] option:checked')).toHaveText(['News']);
  await post.title.fill('Plain, edited');
  await post.publish.click();
  await expect(post.publishChanges).toBeVisible();
  await page.goto(server.url(host, '/blog/plain'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain, edited');
  await expect(page.locator('article strong')).toHaveText('bold');
  await context.close();
});

test('the history tells each change, and brings a version back', async ({ page, server }) => {
  const { host, people, posts } = await makeSite(server, 3);
  const path = `/admin/posts/${posts[2]}`;
  await signIn(page, server, { host, email: people.owner, path });
  const post = postPage(page);
  await post.title.fill('Changed title');
  await post.publishChanges.click();
  await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  const newest = page.locator('.timeline li').first();
  await expect(newest).toContainText('Owner Person changed title');
  await newest.getByText('Show what changed').click();
  await expect(newest.locator('del')).toContainText('Post 3');
  await expect(newest.locator('ins')).toContainText('Changed title');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Post 3');
});
