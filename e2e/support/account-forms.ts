import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';

/** An email that nobody else in the run has. */
export function someone(): string {
  return `p-${randomBytes(4).toString('hex')}@example.com`;
}

/** Fills fields by their labels. */
export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}
