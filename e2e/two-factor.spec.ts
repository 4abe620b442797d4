import { demoPassword } from '../lib/demo/demo-people';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { fillSignIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';
import {
  appCode,
  confirm,
  enterCode,
  expectAlert,
  letTimePass,
  readCodes,
  turnOn,
} from './support/two-factor';

test('two-factor is set up, asked for on every host, and turned off @phone', async ({
  page,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const site = await makeSite(server, 1);
  const email = site.people.member;
  await page.goto(server.url('localhost', '/login?next=%2Faccount%2Ftwo-factor'));
  await fillSignIn(page, email);
  await expect(page.getByRole('heading', { name: 'It is off' })).toBeVisible();
  await lookAt(page, 'two-factor-off');
  await page.getByLabel('Your password').fill('not my password');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expectAlert(page, /not your password/);
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: 'The key as a QR code' })).toBeVisible();
  await lookAt(page, 'two-factor-set-up');
  await page.getByLabel('Enter the code').fill('000000');
  await page.getByRole('button', { name: 'Turn two-factor on' }).click();
  await expectAlert(page, /not the code your app shows/);
  const { secret, codes } = await confirm(page, server, email);
  await lookAt(page, 'two-factor-recovery-codes');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as text' }).click();
  expect((await download).suggestedFilename()).toBe('recovery-codes.txt');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('Recovery codes left')).toBeVisible();
  await lookAt(page, 'two-factor-on');
  await page.goto(server.url('localhost', '/account/two-factor/codes'));
  await expect(page.locator('main'), 'the codes are shown once').not.toContainText(codes[0] ?? '-');
  await lookAt(page, 'two-factor-new-codes');

  // Elsewhere the password alone opens nothing.
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await other.goto(server.url(site.host, '/login?next=%2Faccount'));
  await fillSignIn(other, email);
  await expect(other).toHaveURL(server.url(site.host, '/login/code?next=%2Faccount'));
  await lookAt(other, 'two-factor-sign-in');
  const cookies = await context.cookies(server.url(site.host));
  expect(cookies.filter(({ name }) => name.endsWith('.session'))).toEqual([]);
  const pending = cookies.find(({ name }) => name.endsWith('.pending'));
  expect(pending).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(pending?.expires).toBeLessThan(Date.now() / 1000 + 301);
  await enterCode(other, '000000');
  await expectAlert(other, /not right/);
  await enterCode(other, appCode(secret));
  await expect(other).toHaveURL(server.url(site.host, '/account'));
  await expect(other.locator('main')).toContainText('Member Person');
  await context.close();

  // On the root host with a recovery code, once.
  for (const [code, works] of [
    [codes[0], true],
    [codes[0], false],
    [codes[1], true],
  ] as const) {
    const fresh = await browser.newContext({ viewport: page.viewportSize() });
    const there = await fresh.newPage();
    await there.goto(server.url('localhost', '/login'));
    await fillSignIn(there, email);
    await follow(there.getByRole('link', { name: 'Use a recovery code' }));
    if (code !== codes[0]) await lookAt(there, 'two-factor-recovery');
    await enterCode(there, code?.toUpperCase() ?? '');
    if (works) await expect(there).toHaveURL(server.url('localhost', '/account'));
    else await expectAlert(there, /not right/);
    await fresh.close();
  }

  await letTimePass(server, email);
  await page.goto(server.url('localhost', '/account/two-factor'));
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByLabel('Code from your app').fill('');
  await page.getByRole('button', { name: 'Turn two-factor off' }).click();
  await expectAlert(page, /Enter a code/);
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByLabel('Code from your app').fill(appCode(secret));
  await page.getByRole('button', { name: 'Turn two-factor off' }).click();
  await expect(page.getByText('Your password alone opens your account now.')).toBeVisible();
});

test('the same without JavaScript', async ({ browser, server }) => {
  const site = await makeSite(server, 1);
  const email = site.people.editor;
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const { secret } = await turnOn(page, server, email);
  await page.goto(server.url('localhost', '/account/two-factor/codes'));
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByLabel('Code from your app').fill(appCode(secret));
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const [code = ''] = await readCodes(page);
  await context.clearCookies();
  await page.goto(server.url(site.host, '/login?next=%2Faccount'));
  await fillSignIn(page, email);
  await enterCode(page, '12');
  await expectAlert(page, /not right/);
  await page.getByRole('link', { name: 'Use a recovery code' }).click();
  await enterCode(page, code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(server.url(site.host, '/account'));
  await context.close();
});

test('by keyboard alone, to the second step and through it', async ({ page, browser, server }) => {
  const site = await makeSite(server, 1);
  const { secret } = await turnOn(page, server, site.people.owner);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(server.url(site.host, '/login'));
  await other.keyboard.type(site.people.owner);
  // Past "Forgotten?".
  await other.keyboard.press('Tab');
  await other.keyboard.press('Tab');
  await other.keyboard.type(demoPassword);
  await other.keyboard.press('Enter');
  await expect(other).toHaveURL(server.url(site.host, '/login/code'));
  await expect(other.getByLabel('Code from your app'), 'is where one types').toBeFocused();
  await other.keyboard.type(appCode(secret));
  await other.keyboard.press('Enter');
  await expect(other).toHaveURL(server.url(site.host, '/admin'));
  await context.close();
});
