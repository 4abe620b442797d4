import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { signIn } from './sign-in';
import { expect, type SharedServer } from './test';

/** Who runs the platform. */
export const root = { host: 'localhost', email: 'root@example.com' };

/** Makes a tenant in the console and opens its page there. */
export async function makeTenant(page: Page, server: SharedServer) {
  const slug = `life-${randomBytes(4).toString('hex')}`;
  const email = `owner@${slug}.test`;
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await page.getByLabel('Name', { exact: true }).fill(`The ${slug}`);
  await page.getByLabel('Address').fill(slug);
  await page.getByLabel('Email').fill(email);
  await page.locator('[name=ownerPassword]').fill('a long password');
  await page.getByRole('button', { name: 'Create tenant' }).click();
  await page.getByRole('link', { name: 'Go to the tenant' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `The ${slug}` })).toBeVisible();
  return { slug, email, host: `${slug}.localhost`, home: page.url() };
}

/** Chooses what else can be done to the tenant whose page is open. */
export async function choose(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'More to do with it' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}
