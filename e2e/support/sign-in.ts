import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { demoPassword } from '../../lib/demo/demo-people';
import { type HttpClient, httpClient, type Reachable } from './http-client';
import { passForms } from './pass-forms';
import type { TestServer } from './server';
import type { SharedServer } from './test';

/** What the page says went wrong. Next's own announcer of page titles is an alert too. */
export function alertOf(page: Page): Locator {
  return page.locator('main').getByRole('alert');
}

/** Fills the sign-in form of the page at hand and sends it. */
export async function fillSignIn(
  page: Page,
  email: string,
  password: string = demoPassword,
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/**
 * Signs in on a host, and goes to a path there. Whoever the browser knew before it forgets: one who
 * is signed in anywhere is signed in everywhere. The forms are sent without the browser, which would
 * take two seconds for it each time; those that are about signing in fill them (`fillSignIn`).
 */
export async function signIn(
  page: Page,
  server: SharedServer | TestServer,
  { host, email, path = '/account' }: { host: string; email: string; path?: string },
): Promise<void> {
  const context = page.context();
  await context.clearCookies({ name: /\.(session|state|asked)$/ });
  const agent = await page.evaluate(() => navigator.userAgent);
  for (const { origin: url, cookies } of await passForms(server, { host, email, agent })) {
    await context.addCookies(
      [...cookies].map(([name, value]) => {
        // That somebody is here is what scripts may know.
        return { name, value, url, httpOnly: !name.endsWith('.here'), sameSite: 'Lax' };
      }),
    );
  }
  await page.goto(server.url(host, path));
  await page.waitForURL(server.url(host, path));
}

/** Signs in as `signIn` does, by filling the form: where that, or this very browser, is the point. */
export async function signInByForm(
  page: Page,
  server: Pick<SharedServer, 'url'>,
  { host, email, path }: { host: string; email: string; path: string },
): Promise<void> {
  await page.context().clearCookies({ name: /\.(session|state|asked)$/ });
  await page.goto(server.url(host, `/login?next=${encodeURIComponent(path)}`));
  await fillSignIn(page, email);
  await page.waitForURL(server.url(host, path));
}

/**
 * Signs in through next-auth's endpoints, without a browser.
 *
 * @param basePath - as '/acme' where the path names the tenant.
 */
export async function signInByHttp(
  server: Reachable,
  host: string,
  email: string,
  basePath = '',
): Promise<HttpClient> {
  const client = httpClient(server, host);
  const { csrfToken } = JSON.parse((await client.get(`${basePath}/api/auth/csrf`)).body);
  const form = { email, password: demoPassword, csrfToken, json: 'true' };
  const answer = await client.post(`${basePath}/api/auth/callback/credentials`, form);
  if (![...client.cookies.keys()].some((name) => name.endsWith('.session'))) {
    throw new Error(`no session at ${host}: ${answer.status} ${answer.body}`);
  }
  return client;
}

/** Who the server says is signed in: an email, or null. */
export async function whoIs(client: HttpClient): Promise<string | null> {
  const answer = await client.get('/api/auth/session');
  return JSON.parse(answer.body).user?.email ?? null;
}

/** A browser of its own in which no script runs. */
export async function withoutScripts(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false });
}
