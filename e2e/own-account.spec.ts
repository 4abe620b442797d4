import { demoPassword } from '../lib/demo/demo-people';
import { fill, someone } from './support/account-forms';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { makeOpenSite } from './support/make-open-site';
import { linkInMail } from './support/read-mail';
import { fillSignIn, signIn } from './support/sign-in';
import { expect, test } from './support/test';

const password = 'correct horse battery';

test('somebody makes a site of their own, from the front page to its admin @phone', async ({
  page,
  server,
}) => {
  const email = someone();
  const slug = `made-${email.slice(2, 10)}`;
  await page.goto(server.url('localhost'));
  await follow(page.getByRole('link', { name: 'Make a site' }).first());
  await lookAt(page, 'accounts-signup');
  await fill(page, { 'Name of the site': 'Made Here', Address: 'acme' });
  await fill(page, { 'Your name': 'Mira Made', Email: email, Password: password });
  await page.getByRole('button', { name: 'Make the site' }).click();
  await expect(page.getByText('Another site has this address.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue(email);
  await fill(page, { Address: slug, Password: password });
  await page.getByRole('button', { name: 'Make the site' }).click();
  await expect(page.getByText('Check your mail')).toBeVisible();
  await page.goto(await linkInMail(server, email, /^Confirm your email to make/));
  await lookAt(page, 'accounts-make-site');
  await fill(page, { 'The password you chose': password });
  await page.getByRole('button', { name: 'Make the site' }).click();
  await expect(page.getByText('Made Here is ready')).toBeVisible();
  await lookAt(page, 'accounts-site-made');
  // They are signed in on the root host, and so they are there.
  await page.getByRole('link', { name: 'Open its admin' }).click();
  await expect(page).toHaveURL(server.url(`${slug}.localhost`, '/admin'));

  await page.goto(server.url('localhost', '/signup'));
  await expect(page.getByLabel('Email')).toHaveCount(0);
  await fill(page, { 'Name of the site': `Second ${slug}` });
  await page.getByRole('button', { name: 'Make the site' }).click();
  await expect(page.getByText(`Second ${slug} is ready`)).toBeVisible();
});

test('name, password and email are changed in the account on the root host @phone', async ({
  page,
  server,
}) => {
  const { host, people } = await makeOpenSite(server);
  const [email, next] = [people.member, someone()];
  await signIn(page, server, { host: 'localhost', email });
  await lookAt(page, 'accounts-root-account');
  await follow(page.getByRole('link', { name: 'Change name' }));
  await lookAt(page, 'accounts-name');
  await fill(page, { 'Your name': 'Otto Other' });
  await page.getByRole('button', { name: 'Change the name' }).click();
  await expect(page.getByText('Your name is changed.')).toBeVisible();

  await follow(page.getByRole('link', { name: 'Change password' }));
  await lookAt(page, 'accounts-password');
  await fill(page, { 'Present password': 'wrong', 'New password': password });
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await fill(page, { 'Present password': demoPassword, 'New password': password });
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed')).toBeVisible();

  await follow(page.getByRole('link', { name: 'Change email' }));
  await fill(page, { 'New email': next, 'Present password': password });
  await page.getByRole('button', { name: 'Ask both addresses' }).click();
  await expect(page.getByText(`moving to ${next}`)).toBeVisible();
  await follow(page.getByRole('link', { name: 'Change email' }));
  await lookAt(page, 'accounts-email');
  await page.goto(await linkInMail(server, email, /^Is your account to move/));
  await lookAt(page, 'accounts-approve');
  await page.getByRole('button', { name: 'Approve the change' }).click();
  await expect(page.getByRole('heading', { name: 'Noted' })).toBeVisible();
  await page.goto(await linkInMail(server, next, /^Confirm your new email/));
  await page.getByRole('button', { name: 'Confirm this email' }).click();
  await expect(page.getByRole('heading', { name: 'The email is changed' })).toBeVisible();
  await lookAt(page, 'accounts-email-changed');
  await page.goto(server.url('localhost', '/account'));
  await expect(page.locator('main'), 'nobody is signed out').toContainText(next);
  await page.context().clearCookies();
  await page.goto(server.url(host, '/login'));
  await fillSignIn(page, next, password);
  await expect(page).toHaveURL(server.url(host, '/'));
});
