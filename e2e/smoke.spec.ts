import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

const homes = [
  { host: 'acme.localhost', name: 'ACME Corporation', other: 'Globex' },
  { host: 'globex.localhost', name: 'Globex', other: 'ACME Corporation' },
  { host: 'blog.acme.test', name: 'ACME Corporation', other: 'Globex' },
  { host: 'blog.acme.localhost', name: 'ACME Corporation', other: 'Globex' },
];

for (const { host, name, other } of homes) {
  test(`${host} shows ${name} and nothing of ${other} @phone`, async ({ page, server }) => {
    const answer = await page.goto(server.url(host));
    expect(answer?.status()).toBe(200);
    await expect(page).toHaveTitle(new RegExp(name));
    await expect(page.locator('body')).toContainText(name);
    await expect(page.locator('body')).not.toContainText(other);
    await expectAccessible(page);
  });
}

test('the root host names the tenants of the demo', async ({ page, server }) => {
  await page.goto(server.url('localhost'));
  await expect(page.locator('body')).toContainText('ACME Corporation');
  await expect(page.locator('body')).toContainText('Globex');
});
