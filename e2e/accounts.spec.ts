import { demoPassword } from '../lib/demo/demo-people';
import { fill, someone } from './support/account-forms';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { makeOpenSite } from './support/make-open-site';
import { linkInMail, readMail } from './support/read-mail';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const password = 'correct horse battery';

test('somebody registers at a site, confirms the mail, and is a member @phone', async ({
  page,
  server,
}) => {
  const { host, name } = await makeOpenSite(server);
  const email = someone();
  await page.goto(server.url(host, '/login'));
  await lookAt(page, 'accounts-login');
  await follow(page.getByRole('link', { name: 'Register' }));
  await lookAt(page, 'accounts-register');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Enter your name.')).toBeVisible();
  await fill(page, {
    'Your name': 'Nora New',
    Email: ` ${email.toUpperCase()} `,
    Password: 'short',
  });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Nora New');
  await lookAt(page, 'accounts-register-refused');
  await fill(page, { Password: password });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();
  await lookAt(page, 'accounts-check-mail');

  await page.goto(server.url(host, '/login'));
  await fillSignIn(page, email, password);
  await expect(alertOf(page)).toContainText('Confirm your email first');
  await lookAt(page, 'accounts-unverified');
  await page.getByRole('button', { name: 'Send the mail again' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();

  const link = await linkInMail(server, email, /^Confirm your email for/);
  expect(link).toContain(`http://${host}:${server.port}/verify/`);
  await page.goto(link);
  await lookAt(page, 'accounts-verify');
  await fill(page, { 'The password you chose': 'another password' });
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
  await expect(page.getByText('This is not the password you chose.')).toBeVisible();
  await fill(page, { 'The password you chose': password });
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
  await expect(page).toHaveURL(server.url(host, '/'));
  await page.goto(server.url(host, '/account'));
  await expect(page.locator('main')).toContainText('Nora New');
  await expect(page.locator('main')).toContainText(name);
  await lookAt(page, 'accounts-tenant-account');
  await expect(page.getByRole('link', { name: 'Account settings' })).toHaveAttribute(
    'href',
    server.url('localhost', '/account'),
  );
  await readMail(server, email, /^You are a member of/);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  await lookAt(page, 'accounts-used');
  await page.goto(`${link.slice(0, -3)}AAA`);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});

test('where a site invites, nothing offers to register and the page says what to do', async ({
  page,
  server,
}) => {
  await page.goto(server.url('acme.localhost', '/login'));
  await expect(page.getByRole('link', { name: 'Register' })).toHaveCount(0);
  await page.goto(server.url('acme.localhost', '/register'));
  await expect(page.getByRole('heading', { name: 'Members are invited here' })).toBeVisible();
  await lookAt(page, 'accounts-invited');
});

test('somebody who has an account joins an open site', async ({ page, server }) => {
  const { host } = await makeOpenSite(server);
  await signIn(page, server, { host, email: 'cleo@example.com', path: '/register' });
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page).toHaveURL(server.url(host, '/account'));
  await page.goto(server.url(host, '/register'));
  await expect(page, 'a member has nothing to do there').toHaveURL(server.url(host, '/account'));
});

test('a forgotten password is replaced; every device is signed out @phone', async ({
  browser,
  page,
  server,
}) => {
  const { host, people } = await makeOpenSite(server);
  const email = people.editor;
  await signIn(page, server, { host, email });
  const context = await browser.newContext({
    extraHTTPHeaders: { 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'https' },
  });
  const other = await context.newPage();
  await other.goto(server.url(host, '/login'));
  await follow(other.getByRole('link', { name: 'Forgotten?' }));
  await lookAt(other, 'accounts-forgot');
  await fill(other, { Email: email });
  await other.getByRole('button', { name: 'Send the link' }).click();
  await expect(other.getByText('Check your mail')).toBeVisible();
  const link = await linkInMail(server, email, /^Choose a new password/);
  expect(link, 'headers of strangers lead nowhere').toContain(
    `http://${host}:${server.port}/reset/`,
  );
  await context.close();

  const clean = await browser.newContext();
  const reader = await clean.newPage();
  await signIn(reader, server, { host, email: people.member });
  await reader.goto(link);
  await expect(reader.getByText(`You are signed in as ${people.member}`)).toBeVisible();
  await lookAt(reader, 'accounts-reset');
  await fill(reader, { Password: password });
  await reader.getByRole('button', { name: 'Set the password' }).click();
  // Whoever is signed in there goes on: it was another person's link.
  await expect(reader).toHaveURL(server.url(host, '/'));
  await page.goto(server.url(host, '/account'));
  await expect(page).toHaveURL(/\/login/);
  await fillSignIn(page, email, demoPassword);
  await expect(alertOf(page)).toContainText('do not match');
  await fillSignIn(page, email, password);
  await expect(page).toHaveURL(server.url(host, '/account'));
  await readMail(server, email, /^Your password was changed/);
  await reader.goto(server.url(host, '/account'));
  await expect(reader.locator('main')).toContainText(people.member);
  await clean.close();
});

test('all of it without JavaScript', async ({ browser, server }) => {
  const { host } = await makeOpenSite(server);
  const email = someone();
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await page.goto(server.url(host, '/register'));
  await fill(page, { 'Your name': 'Plain Person', Email: email, Password: 'short' });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Plain Person');
  await fill(page, { Password: password });
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();
  await page.goto(await linkInMail(server, email, /^Confirm your email for/));
  await fill(page, { 'The password you chose': password });
  await page.getByRole('button', { name: 'Confirm and go on' }).click();
  await expect(page).toHaveURL(server.url(host, '/'));
  await page.goto(server.url('localhost', '/forgot'));
  await fill(page, { Email: email });
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();
  await page.goto(await linkInMail(server, email, /^Choose a new password/));
  await fill(page, { Password: `${password} again` });
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your password is changed. Sign in')).toBeVisible();
  await fillSignIn(page, email, `${password} again`);
  await expect(page).toHaveURL(server.url('localhost', '/account'));
  await context.close();
});
