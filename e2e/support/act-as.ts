import type { Page } from '@playwright/test';
import { choose, makeTenant } from './console-tenant';
import { expect, type SharedServer } from './test';

export const supportReason = 'Ticket 4711: the feed is empty';

/** A tenant of its own, and the page of the console that asks whom to act as in it. */
export async function askToActAs(page: Page, server: SharedServer) {
  const tenant = await makeTenant(page, server);
  await choose(page, 'Act as somebody');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Act as somebody of The ${tenant.slug}`,
  );
  return tenant;
}

/** Fills the form for the tenant's owner and begins. */
export async function beginAs(page: Page, email: string, { write = false } = {}): Promise<void> {
  const select = page.getByLabel('Act as');
  const option = await select.locator('option', { hasText: email }).getAttribute('value');
  await select.selectOption(option);
  await page.getByLabel('Why').fill(supportReason);
  await page.getByLabel('For at most').selectOption('15');
  if (write) await page.getByLabel('Change things, too').check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Acting as');
}

/** Goes on to the tenant's host, until its admin stands there with the bar. */
export async function openAs(page: Page, server: SharedServer, host: string): Promise<void> {
  await page.getByRole('link', { name: /^Open The/ }).click();
  await page.waitForURL(server.url(host, '/admin'));
  await expect(barOf(page)).toBeVisible();
}

/** The bar that stays on top. */
export function barOf(page: Page) {
  return page.getByRole('region', { name: 'Support access' });
}
