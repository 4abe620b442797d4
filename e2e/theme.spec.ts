import { drawPicture } from './support/draw-picture';
import { expectAccessibleInBoth, expectNoSidewaysScroll, lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

test('a site’s logo, icon, typeface and links show at once @phone', async ({
  page,
  server,
  isMobile,
}) => {
  const site = await makeSite(server, 3);
  const { host } = site;
  await signIn(page, server, { host, email: site.people.owner, path: '/admin/settings' });
  const reader = await page.context().newPage();
  await reader.goto(server.url(host, '/blog/post-1'));
  const face = () =>
    reader.locator('.prose').evaluate((prose) => getComputedStyle(prose).fontFamily);
  const before = await face();
  await page.getByRole('button', { name: 'Choose logo' }).click();
  await page.getByLabel('Pictures to upload').setInputFiles({
    ...{ name: 'wordmark.png', mimeType: 'image/png' },
    buffer: await drawPicture('#205080', { width: 900, height: 200, format: 'png' }),
  });
  await expect(page.getByRole('button', { name: 'Change logo' })).toBeVisible();
  await page.getByRole('button', { name: /^Choose icon/ }).click();
  await page.getByRole('button', { name: /wordmark/ }).click();
  await page.getByLabel('Typeface of articles').selectOption('sans');
  await page
    .getByLabel('Links in the header')
    .fill('Shop, https://shop.test/all\nPost, /blog/post-1');
  await page.getByLabel('Links in the footer').fill('Imprint, javascript:alert(1)');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert').first()).toContainText('“Imprint” leads to “javascript');
  await page.getByLabel('Links in the footer').fill('Imprint, /blog/post-3');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Settings saved', { exact: true }).first()).toBeVisible();
  await reader.reload();
  const logo = reader.locator('header').getByRole('img', { name: site.name });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  await expect(reader.locator('link[rel=icon]')).toHaveAttribute('href', /\/media\/.*wordmark/);
  await expect(reader.locator('footer').getByRole('link', { name: 'Imprint' })).toBeVisible();
  if (isMobile) await reader.getByRole('button', { name: 'Open menu' }).click();
  const shop = reader.getByRole('link', { name: 'Shop' }).last();
  await expect(shop).toHaveAttribute('href', 'https://shop.test/all');
  if (isMobile) await reader.keyboard.press('Escape');
  expect(await face()).not.toBe(before);
  await lookAt(reader, 'theme');
  await expectNoSidewaysScroll(reader);
  await expectAccessibleInBoth(reader);
});

test('a logo that is deleted leaves the tile and the name', async ({ page, server }) => {
  const site = await makeSite(server, 1);
  const { host } = site;
  await signIn(page, server, { host, email: site.people.owner, path: '/admin/settings' });
  await page.getByRole('button', { name: 'Choose logo' }).click();
  await page.getByLabel('Pictures to upload').setInputFiles({
    ...{ name: 'gone.png', mimeType: 'image/png' },
    buffer: await drawPicture('#802050', { width: 300, height: 100, format: 'png' }),
  });
  await expect(page.getByRole('button', { name: 'Change logo' })).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Settings saved', { exact: true }).first()).toBeVisible();
  await page.goto(server.url(host, '/admin/media'));
  await page.getByRole('link', { name: 'gone.png' }).click();
  await page.getByRole('link', { name: 'Delete' }).click();
  await expect(page.locator('main, [role=alertdialog]').last()).toContainText('Logo');
  await page
    .getByRole('button', { name: /Delete/ })
    .last()
    .click();
  await page.waitForURL(/\/admin\/media(\?|$)/);
  await expect(async () => {
    await page.goto(server.url(host, '/'));
    await expect(page.locator('header')).toContainText(site.name, { timeout: 1_000 });
  }).toPass();
});
