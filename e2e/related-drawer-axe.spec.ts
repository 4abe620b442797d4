import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the picker and its drawer are accessible, ${colorScheme} @phone`, async ({
    page,
    server,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    const { host, people } = await makeSite(server, 1);
    await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
    await page.waitForLoadState('networkidle');
    await page.getByRole('combobox', { name: 'Tags' }).click();
    await expect(page.getByRole('option', { name: 'Create a new tag…' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('option', { name: 'Create a new tag…' }).click();
    const drawer = page.getByRole('dialog', { name: 'New tag' });
    await expect(drawer.getByLabel('Name')).toBeFocused();
    await settled(drawer);
    await expectAccessible(page);
    await drawer.getByRole('button', { name: 'Create tag' }).click();
    await expect(drawer.getByRole('alert')).toBeFocused();
    await expectAccessible(page);
    const sideways = await drawer.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(sideways).toBe(0);
  });
}

test('without scripts the picker is the browser’s own list', async ({ browser, server }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.owner, path: '/admin/posts/new' });
  await expect(page.locator('select[name=tags]')).toBeVisible();
  await expect(page.getByText(/^Create/)).toHaveCount(0);
  await context.close();
});

/** Colours are looked at when nothing moves any more. */
async function settled(drawer: Locator): Promise<void> {
  await drawer.evaluate((one) => Promise.all(one.getAnimations().map(({ finished }) => finished)));
}
