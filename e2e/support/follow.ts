import type { Locator } from '@playwright/test';

/** Follows a link until its page is there: a click alone returns while the old one still stands. */
export async function follow(link: Locator): Promise<void> {
  const page = link.page();
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
}
