import type { Locator, Page } from '@playwright/test';
import { type MadeSite, makeSite } from './support/make-site';
import { postPage } from './support/post-page';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';
import { withDatabase } from './support/with-database';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 4);
});

test('a tag that is not there yet is made from the picker, and the post keeps its text @phone', async ({
  page,
  server,
  isMobile,
}) => {
  await open(page, server, '/admin/posts/new');
  const word = isMobile ? 'Small topic' : 'Wide topic';
  const post = postPage(page);
  await post.title.fill(`Half written, ${word}`);
  await post.text.fill('Not saved yet');
  await tags(page).fill(word);
  await page.getByRole('option', { name: `Create “${word}”…` }).click();
  const drawer = page.getByRole('dialog', { name: 'New tag' });
  await expect(drawer.getByLabel('Name')).toBeFocused();
  await expect(drawer.getByLabel('Name')).toHaveValue(word);
  const slug = word.toLowerCase().replace(' ', '-');
  await expect(drawer.getByLabel('Slug')).toHaveAttribute('placeholder', slug);
  await settled(drawer);
  const box = await drawer.boundingBox();
  expect(box?.width).toBeCloseTo(isMobile ? 360 : 448, 1);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeCloseTo(isMobile ? 360 : 1280, 1);
  await drawer.getByRole('button', { name: 'Create tag' }).click();
  await expect(drawer).toHaveCount(0);
  await expect(tags(page)).toBeFocused();
  await expect(page.getByRole('button', { name: `Remove ${word}` })).toBeVisible();
  await expect(post.title).toHaveValue(`Half written, ${word}`);
  await expect(post.text).toHaveText('Not saved yet');
  await post.publish.click();
  await expect(post.publishChanges).toBeVisible();
  await page.goto(server.url(site.host, `/admin/posts?q=${encodeURIComponent(word)}`));
  await page.getByRole('link', { name: `Half written, ${word}` }).click();
  await expect(page.locator('select[name=tags] option:checked')).toHaveText([word]);
  await expect(post.text).toHaveText('Not saved yet');
});

/** Until what slides has come to rest. */
async function settled(moving: Locator): Promise<void> {
  await moving.evaluate((element) =>
    Promise.allSettled(element.getAnimations().map((animation) => animation.finished)),
  );
}

test('all of it by keyboard: refused, given up, made', async ({ page, server }) => {
  await open(page, server, '/admin/posts/new');
  await tags(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const entry = page.getByRole('option', { name: 'Create a new tag…' });
  await expect(entry).toHaveAttribute('aria-selected', 'true');
  await expect(tags(page)).toHaveAttribute(
    'aria-activedescendant',
    (await entry.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'New tag' });
  await expect(drawer.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Not a slug');
  await page.keyboard.press('Enter');
  const summary = drawer.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('2 things to put right');
  await expect(drawer.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(drawer.getByLabel('Slug')).toHaveValue('Not a slug');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(drawer.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(tags(page)).toBeFocused();
  await page.keyboard.type('By keyboard');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawer.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer).toHaveCount(0);
  await expect(tags(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Remove By keyboard' })).toBeVisible();
  await expect(page.getByText('“By keyboard” was created and chosen.')).toBeAttached();
});

test('what somebody else saves meanwhile does not touch the form below', async ({
  page,
  server,
}) => {
  await open(page, server, `/admin/posts/${site.posts[0]}`);
  const { title, publishChanges } = postPage(page);
  await title.fill('Still mine');
  const author = page.getByRole('combobox', { name: 'Author' });
  await author.fill('Anna');
  await page.getByRole('option', { name: 'Create “Anna”…' }).click();
  const drawer = page.getByRole('dialog', { name: 'New author' });
  await expect(drawer.getByLabel('Name')).toHaveValue('Anna');
  await withDatabase(
    server,
    (sql) => sql`
    update posts set title = 'Theirs', version = version + 1 where id = ${site.posts[0] ?? ''}`,
  );
  await drawer.getByRole('button', { name: 'Create author' }).click();
  await expect(author).toHaveValue('Anna');
  await expect(title).toHaveValue('Still mine');
  // A refused save gives back ids alone: the name of what was made stays known.
  await title.fill('');
  await publishChanges.click();
  await expect(page.getByRole('alert').filter({ hasText: 'to put right' })).toBeVisible();
  await expect(author).toHaveValue('Anna');
});

test('a drawer sent twice makes one tag, and the form is told once of each choice', async ({
  page,
  server,
}) => {
  await open(page, server, '/admin/posts/new');
  const told = await page.evaluateHandle(() => {
    const names: string[] = [];
    document.addEventListener('change', ({ target }) => {
      names.push((target as HTMLSelectElement).name);
    });
    return names;
  });
  await tags(page).click();
  await page.getByRole('option', { name: 'News' }).click();
  await tags(page).fill('Sent twice');
  await page.getByRole('option', { name: /^Create/ }).click();
  const drawer = page.getByRole('dialog', { name: 'New tag' });
  await expect(drawer.getByLabel('Name')).toBeFocused();
  let answers = 0;
  page.on('response', (answer) => {
    if (answer.request().headers()['next-action']) answers += 1;
  });
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('#related-form');
    form?.requestSubmit();
    form?.requestSubmit();
  });
  await expect(page.getByRole('button', { name: 'Remove Sent twice' })).toHaveCount(1);
  await expect.poll(() => answers).toBe(2);
  const rows = await withDatabase(
    server,
    (sql) => sql`
    select 1 from tags where tenant_id = ${site.id} and name = 'Sent twice'`,
  );
  expect(rows).toHaveLength(1);
  await expect(page.getByRole('button', { name: 'Remove Sent twice' })).toHaveCount(1);
  expect((await told.jsonValue()).filter((name) => name === 'tags')).toHaveLength(2);
});

test('an answer that never comes leaves everything as it was typed', async ({ page, server }) => {
  await open(page, server, '/admin/posts/new');
  const { title } = postPage(page);
  await title.fill('Offline');
  // Where the form sends to: what is typed makes a post, and this its page.
  const here = '**/admin/posts/*';
  await page.route(here, (route) => route.abort());
  await tags(page).fill('Lost');
  await page.getByRole('option', { name: /^Create/ }).click();
  const drawer = page.getByRole('dialog', { name: 'New tag' });
  await expect(drawer).toContainText('The form could not be loaded');
  await page.unroute(here);
  await drawer.getByRole('button', { name: 'Try again' }).click();
  await expect(drawer.getByLabel('Name')).toHaveValue('Lost');
  await drawer.getByLabel('Slug').fill('lost-and-found');
  await page.route(here, (route) => route.abort());
  await drawer.getByRole('button', { name: 'Create tag' }).click();
  await expect(drawer.getByRole('alert')).toContainText('Nothing could be sent');
  await expect(drawer.getByLabel('Slug')).toHaveValue('lost-and-found');
  await page.unroute(here);
  await drawer.getByRole('button', { name: 'Create tag' }).click();
  await expect(page.getByRole('button', { name: 'Remove Lost' })).toBeVisible();
  await expect(title).toHaveValue('Offline');
});

function tags(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Tags' });
}

async function open(page: Page, server: SharedServer, path: string): Promise<void> {
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.waitForLoadState('networkidle');
}
