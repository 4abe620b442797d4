import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

// Five megabytes, of which the server would not even read a word.
test('a text far too long is refused with words, and nothing of it is lost', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 1);
  const { host, people } = site;
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  await page.getByLabel('Title', { exact: true }).fill('A whole library');
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Markdown', exact: true }).click();
  const markdown = page.locator('textarea[name=body]');
  const whole = 'words '.repeat(900_000);
  await markdown.evaluate((area: HTMLTextAreaElement, text) => {
    area.focus();
    area.setRangeText(text, 0, 0, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, whole);
  await expect(page.locator('main')).toContainText('This text is too long. Split it');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('more than 1 MB');
  await expect(page.getByText('Post published', { exact: true })).toHaveCount(0);
  expect((await markdown.inputValue()).length).toBeGreaterThanOrEqual(whole.length);
});
