import type { Page } from '@playwright/test';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { postPage } from './support/post-page';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

const notice = (page: Page) => page.getByText('The connection is away.');
const unsent = (page: Page) => page.getByRole('alert').filter({ hasText: 'The server does not' });

test('offline, what was typed stays, and is saved once the connection is back @phone', async ({
  page,
  context,
  server,
}) => {
  const site = await makeSite(server, 2);
  const path = '/admin/tags/new';
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Name').fill('Written on a train');
  await page.getByLabel('Slug').fill('hills');
  await context.setOffline(true);
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(unsent(page)).toContainText('Not saved');
  await expect(page.getByLabel('Name')).toHaveValue('Written on a train');
  await expect(page.getByLabel('Slug')).toHaveValue('hills');
  await lookAt(page, 'offline-form');
  // Nothing that was typed is lost to a link: not now, and not without being asked later.
  await page.locator('h1').scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'Tags', exact: true }).last().click();
  await expect(page.getByText('Nothing can be opened while the connection is away.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Back online')).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Tags', exact: true }).last().click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('tr', { hasText: 'Written on a train' })).toBeVisible();
});

test('offline, a post keeps what was written and chosen, and goes out once the connection is back @phone', async ({
  page,
  context,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  await page.waitForLoadState('networkidle');
  const post = postPage(page);
  await context.setOffline(true);
  await expect(notice(page)).toBeVisible();
  await post.title.fill('Written on a train');
  await post.text.fill('Hills, and no bars.');
  await post.tags.click();
  await page.getByRole('option', { name: 'News' }).click();
  await post.publish.click();
  await expect(unsent(page)).toContainText('Not saved');
  await expect(post.title).toHaveValue('Written on a train');
  await expect(post.text).toHaveText('Hills, and no bars.');
  await expect(page.locator('select[name=tags] option:checked')).toHaveText(['News']);
  await lookAt(page, 'offline-post');
  await page.getByRole('link', { name: 'Back to posts' }).click();
  await expect(page.getByText('Nothing can be opened while the connection is away.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Back online')).toBeVisible();
  await post.publish.click();
  await expect(post.publishChanges).toBeVisible();
  await page.goto(server.url(host, '/blog/written-on-a-train'));
  await expect(page.locator('article')).toContainText('Hills, and no bars.');
});

test('a server that does not answer leaves ticks and dialogs alone, and is noticed when it does', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 3);
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin/posts' });
  const box = page.locator('tr', { hasText: 'Post 2' }).getByRole('checkbox');
  await box.check();
  const gone = '**/*';
  await page.route(gone, (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(unsent(page)).toContainText('Nothing was changed');
  await expect(notice(page)).toBeVisible();
  await expect(box).toBeChecked();
  await page.unroute(gone);
  // Nobody tells the browser; it has asked by itself.
  await expect(page.getByText('Back online')).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published 1 post.')).toBeVisible();
  await expect(unsent(page)).toHaveCount(0);
});

test('the console keeps a new tenant’s form, its password too, and a question stays open', async ({
  page,
  context,
  server,
}) => {
  const root = { host: 'localhost', email: 'root@example.com' };
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await page.getByLabel('Name', { exact: true }).fill('Far away');
  await page.locator('[name=ownerPassword]').fill('kept while away');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Create tenant' }).click();
  await expect(unsent(page)).toContainText('No tenant was made');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Far away');
  await expect(page.locator('[name=ownerPassword]')).toHaveValue('kept while away');
  await lookAt(page, 'offline-console');
  await context.setOffline(false);
  await expect(notice(page)).toHaveCount(0);
  await page.goto(server.url(root.host, '/admin/tenants?q=acme'));
  await page.getByRole('link', { name: 'ACME Corporation' }).click();
  await page.getByRole('link', { name: 'Suspend', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await context.setOffline(true);
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: /^Suspend/ }).click();
  await expect(question.getByRole('alert')).toContainText('Not done');
});
