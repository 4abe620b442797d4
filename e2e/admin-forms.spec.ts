import type { Page } from '@playwright/test';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 6);
});

test('of two people who edit the same record, the second is told and may choose', async ({
  browser,
  server,
}) => {
  const path = `/admin/authors/${site.author}`;
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signIn(first, server, { host: site.host, email: site.people.owner, path });
  await signIn(second, server, { host: site.host, email: site.people.editor, path });
  await first.getByLabel('Name').fill('By the owner');
  await saveAndContinue(first);
  await expect(first.getByText('Author saved', { exact: true }).first()).toBeVisible();
  await second.getByLabel('Name').fill('By the editor');
  await saveAndContinue(second);
  const notice = second.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(notice).toContainText('Owner changed this');
  await expect(notice).toContainText('Name');
  await expect(second.getByLabel('Name')).toHaveValue('By the editor');
  await notice.getByRole('button', { name: /Save mine/ }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Authors');
  await first.goto(server.url(site.host, path));
  await expect(first.getByLabel('Name')).toHaveValue('By the editor');
  await first.close();
  await second.close();
});

test('without JavaScript a refused save stays refused until the person chooses', async ({
  browser,
  server,
}) => {
  const own = await makeSite(server, 1);
  const path = `/admin/authors/${own.author}`;
  const context = await withoutScripts(browser);
  const second = await context.newPage();
  const first = await browser.newPage();
  await signIn(second, server, { host: own.host, email: own.people.editor, path });
  await signIn(first, server, { host: own.host, email: own.people.owner, path });
  await first.getByLabel('Name').fill('By the owner');
  await saveAndContinue(first);
  await expect(first.getByText('Author saved', { exact: true }).first()).toBeVisible();
  await second.getByLabel('Name').fill('By the editor');
  const notice = second.getByRole('alert').filter({ hasText: 'Not saved' });
  // The form is drawn anew on the server, beside the newest version: it must not pass for that one's.
  for (const _ of [1, 2]) {
    await second.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(notice).toContainText('Owner changed this');
    await expect(second.getByLabel('Name')).toHaveValue('By the editor');
  }
  await notice.getByRole('button', { name: /Save mine/ }).click();
  await first.goto(server.url(own.host, path));
  await expect(first.getByLabel('Name')).toHaveValue('By the editor');
  await first.close();
  await context.close();
});

test('what cannot be saved is said beside the field, and nothing typed is lost', async ({
  page,
  server,
}) => {
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/tags/new',
  });
  await page.getByLabel('Slug').fill('Not a slug!');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'to put right' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Slug')).toHaveValue('Not a slug!');
  await summary.getByRole('link', { name: /Name/ }).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.getByLabel('Name').fill('Kept');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Slug')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Name')).toHaveValue('Kept');
  await page.getByLabel('Slug').fill('put-right');
  await page.getByRole('button', { name: 'Save and add another' }).click();
  await expect(page).toHaveURL(/\/admin\/tags\/new\?done=created/);
  await expect(page.getByLabel('Name')).toHaveValue('');
  await page.goto(server.url(site.host, '/admin/tags?q=Kept'));
  await expect(page.locator('tbody tr')).toContainText('put-right');
});

test('a form sent twice makes one tag', async ({ page, server }) => {
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/tags/new',
  });
  await page.getByLabel('Name').fill('Only once');
  const form = await page.locator('#record-form').evaluate((element) => {
    const data = new FormData(element as HTMLFormElement);
    return [...data].map(([name, value]) => [name, String(value)] as const);
  });
  await page.evaluate(() => {
    const element = document.querySelector<HTMLFormElement>('#record-form');
    element?.requestSubmit();
    element?.requestSubmit();
  });
  await expect(page).toHaveURL(/\/admin\/tags\?/);
  expect(form.some(([name]) => name === '_once')).toBe(true);
  await page.goto(server.url(site.host, '/admin/tags?q=Only+once'));
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('a form works without scripts: refused, put right, saved, edited', async ({
  browser,
  server,
}) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/tags/new',
  });
  await page.getByLabel('Slug').fill('written-without-scripts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('to put right')).toBeVisible();
  await expect(page.getByLabel('Slug')).toHaveValue('written-without-scripts');
  await page.getByLabel('Name').fill('Plain');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain');
  await expect(page.getByLabel('Slug')).toHaveValue('written-without-scripts');
  await page.getByLabel('Name').fill('Plain, edited');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain, edited');
  await context.close();
});

test('leaving with changes that are not saved is asked about', async ({ page, server }) => {
  const path = `/admin/tags/${site.tag}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Name').fill('Half');
  await page.getByRole('link', { name: 'Posts' }).first().click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Half');
});

async function saveAndContinue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and continue' }).click();
}
