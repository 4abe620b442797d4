import type { Page } from '@playwright/test';
import { fill, someone } from './support/account-forms';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { linkInMail, readMail } from './support/read-mail';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const password = 'correct horse battery';
const subject = /^You are invited to/;

async function inviteBy(
  page: Page,
  server: SharedServer,
  host: string,
  email: string,
  role: string,
) {
  await page.goto(server.url(host, '/admin/invitations/new'));
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: role });
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.waitForURL(/\/admin\/invitations\?/);
}

test('somebody without an account is invited, and is a member with their first password @phone', async ({
  browser,
  page,
  server,
}) => {
  const { host, name, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/members' });
  await follow(page.getByRole('link', { name: 'Invite people' }));
  await lookAt(page, 'invitations-new');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('Enter an email address')).toBeVisible();
  await page.getByLabel('Email', { exact: true }).fill(people.editor);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('is a member already')).toBeVisible();
  await lookAt(page, 'invitations-new-refused');
  const email = someone();
  await inviteBy(page, server, host, email, 'Editor');
  await expect(page.locator('main')).toContainText(email);
  await lookAt(page, 'invitations-list');

  const link = await linkInMail(server, email, subject);
  expect(link).toContain(`http://${host}:${server.port}/invite/`);
  const context = await withoutScripts(browser);
  const guest = await context.newPage();
  await guest.goto(link);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: `You are invited to ${name}` })).toBeVisible();
  await fill(guest, { 'Your name': 'Nora New', Password: 'short' });
  await guest.getByRole('button', { name: `Join ${name} as Editor` }).click();
  await expect(guest.getByText('Use at least 12 characters.')).toBeVisible();
  await fill(guest, { Password: password });
  await guest.getByRole('button', { name: `Join ${name} as Editor` }).click();
  await guest.waitForURL(server.url(host, '/admin'));
  await context.close();

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'has been accepted' })).toBeVisible();
  await lookAt(other, 'invitations-used');
  await other.goto(`${link.slice(0, -3)}AAA`);
  await expect(other.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.goto(server.url(host, '/admin/members'));
  await expect(page.locator('main')).toContainText('Nora New');
});

test('whoever is signed in as somebody else cannot accept, and may go on as who was invited @phone', async ({
  browser,
  page,
  server,
}) => {
  const { host, name, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin' });
  await inviteBy(page, server, host, 'cleo@example.com', 'Member');
  const link = await linkInMail(server, 'cleo@example.com', new RegExp(`invited to ${name}`));
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'for somebody else' })).toBeVisible();
  await expect(page.locator('main')).toContainText('c***@example.com');
  await expect(page.locator('main')).not.toContainText('cleo@example.com');
  await lookAt(page, 'invitations-other-person');
  await page.getByRole('button', { name: /^Sign out and go on/ }).click();
  await page.waitForURL(/\/login/);
  await fillSignIn(page, 'cleo@example.com');
  await page.waitForURL(link);
  await lookAt(page, 'invitations-join');
  await page.getByRole('button', { name: `Join ${name} as Member` }).click();
  await page.waitForURL(server.url(host, '/'));
  await page.goto(server.url(host, '/account'));
  await expect(page.locator('main')).toContainText(name);

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'has been accepted' })).toBeVisible();
});

test('somebody with an account signs in first; a link that was taken back says so @phone', async ({
  browser,
  page,
  server,
}) => {
  const { host, name, people } = await makeSite(server, 1);
  const there = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin' });
  await inviteBy(page, server, host, there.people.editor, 'Member');
  const link = await linkInMail(server, there.people.editor, new RegExp(`invited to ${name}`));
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await lookAt(guest, 'invitations-sign-in-first');
  // At another site's address it is nothing.
  await guest.goto(link.replace(host, there.host));
  await expect(guest.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  await page.goto(server.url(host, '/admin/invitations'));
  await page.getByRole('link', { name: there.people.editor }).click();
  await expect(page.locator('main')).toContainText('Good until');
  await lookAt(page, 'invitations-record');
  await page.goto(server.url(host, '/admin/invitations'));
  await page.getByRole('checkbox', { name: there.people.editor }).check();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Revoke/ })
    .click();
  await expect(page.getByText('Revoked 1 invitation')).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'was taken back' })).toBeVisible();
  await lookAt(guest, 'invitations-revoked');
});

test('a list is invited as far as it goes, and the rest stays in the box @phone', async ({
  page,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/invitations/many' });
  await lookAt(page, 'invitations-many');
  const [first, second] = [someone(), someone()];
  const list = `Email;Role\nFirst <${first}>;Editor\n${second};\n${someone()};Boss\nno address\n${people.editor};`;
  await page.getByLabel('Or take a CSV file').setInputFiles({
    ...{ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
  });
  await expect(page.getByLabel('People', { exact: true })).toHaveValue(list);
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await expect(page.getByText('2 people invited, 2 lines were not')).toBeVisible();
  await expect(page.getByLabel('People', { exact: true })).toHaveValue(/;Boss\nno address$/);
  await lookAt(page, 'invitations-many-report');
  await readMail(server, first, subject);
  const { text = '' } = await readMail(server, second, subject);
  expect(text).toContain('as a member');
  await page.getByLabel('People', { exact: true }).fill(`${first}\n`.repeat(600));
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await expect(page.getByText(/At most 500 people at once/).first()).toBeVisible();
});

test('a member is sent a mail to reset their password', async ({ page, server }) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/members' });
  await page.locator('main').getByRole('link', { name: 'Editor Person' }).first().click();
  await page.getByRole('link', { name: 'Send a reset mail' }).click();
  await expect(page.locator('main')).toContainText(`The mail goes to ${people.editor}`);
  await lookAt(page, 'invitations-reset-question');
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await expect(page.getByText('Member mailed').first()).toBeVisible();
  expect(await linkInMail(server, people.editor, /^Choose a new password/)).toContain('/reset/');
  await expect(alertOf(page)).toHaveCount(0);
});
