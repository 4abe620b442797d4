import { expect, type Page } from '@playwright/test';

/** Presses the key that leads to search, once the page's scripts listen for it. */
export async function pressSlash(page: Page): Promise<void> {
  await expect(page.locator('[aria-keyshortcuts="/"]').first()).toBeAttached();
  await page.locator('body').press('/');
}
