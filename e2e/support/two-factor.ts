import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { openOwnerClient } from '../../lib/db/owner-client';
import { demoPassword } from '../../lib/demo/demo-people';
import { alertOf, signIn } from './sign-in';
import { expect, type SharedServer } from './test';

/** What somebody with two-factor has. */
export interface Factor {
  secret: string;
  codes: string[];
}

/** The code an app shows now. It holds for a step more than its own, however slow the machine is. */
export function appCode(secret: string): string {
  return new TOTP({ secret }).generate();
}

/** Turns two-factor on through the pages, for somebody who is not signed in yet. */
export async function turnOn(page: Page, server: SharedServer, email: string): Promise<Factor> {
  await signIn(page, server, { host: 'localhost', email, path: '/account/two-factor' });
  await page.getByLabel('Your password').fill(demoPassword);
  await page.getByRole('button', { name: 'Set it up' }).click();
  return confirm(page, server, email);
}

/** The page with the picture: reads the key, types a code, and reads the recovery codes. */
export async function confirm(page: Page, server: SharedServer, email: string): Promise<Factor> {
  await expect(page).toHaveURL(server.url('localhost', '/account/two-factor/codes'));
  const secret = ((await page.getByTestId('key').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Enter the code').fill(appCode(secret));
  await page.getByRole('button', { name: 'Turn two-factor on' }).click();
  const codes = await readCodes(page);
  // The present code is left for signing in.
  await letTimePass(server, email);
  return { secret, codes };
}

/** The ten codes that the page shows this once. */
export async function readCodes(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Recovery codes' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  return list.getByRole('listitem').allInnerTexts();
}

/** Sends a code on /login/code, and waits for the answer: its words may be those of the last one. */
export async function enterCode(page: Page, code: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Sign in' });
  await expect(button).toBeEnabled();
  await page.getByLabel(/^(Code from your app|Recovery code)$/).fill(code);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await button.click();
  await answer;
}

/** Lets codes that were used be used again, and forgets attempts, as if time had passed. */
export async function letTimePass(server: SharedServer, email: string): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    update platform.two_factors set last_step = 0
    where user_id = (select id from platform.users where email = ${email})`;
  await sql.end();
}

/** Waits for the page’s own words about what went wrong. */
export async function expectAlert(page: Page, words: RegExp): Promise<void> {
  await expect(alertOf(page).or(page.locator('main .field-error'))).toContainText(words);
}
