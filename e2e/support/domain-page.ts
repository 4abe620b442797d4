import { expect, type Locator, type Page } from '@playwright/test';
import { type DomainWorld, target } from './domain-world';

/** Who manages the domains of acme, and where. */
export const ada = { host: 'acme.localhost', email: 'ada@example.com', path: '/admin/domains' };

/** How long something may take that is to be true everywhere. */
export const soon = { timeout: 2000 };

/** Adds a domain on the page of domains. */
export async function add(page: Page, hostname: string): Promise<void> {
  await page.getByLabel('Domain', { exact: true }).fill(hostname);
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByRole('heading', { name: hostname, level: 2 })).toBeVisible();
}

/** Puts what the page says into the DNS. */
export async function followThePage({ dns }: DomainWorld, page: Page, hostname: string) {
  const proof = await panelOf(page, hostname)
    .getByText(/^tenantry-verify=/)
    .textContent();
  dns.set(`_tenantry-challenge.${hostname}`, 'TXT', proof ?? '');
  dns.set(hostname, 'CNAME', target);
}

/** The part of the page about one domain that waits. */
export function panelOf(page: Page, hostname: string): Locator {
  return page.getByRole('region', { name: hostname });
}

/** Has the domain looked up, in the DNS as it is now: what is put there later belongs to the next one. */
export async function checkNow(page: Page, hostname: string): Promise<void> {
  // An action of a page with scripts, or the form of one without.
  const checked = page.waitForResponse((answer) => {
    const request = answer.request();
    const isDocument = request.resourceType() === 'document' && request.method() === 'POST';
    return isDocument || request.headers()['next-action'] !== undefined;
  });
  await panelOf(page, hostname).getByRole('button', { name: 'Check now' }).click();
  await checked;
}
