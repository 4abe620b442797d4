import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { demoPassword } from '../../lib/demo/demo-people';
import { type HttpClient, httpClient, type Reachable } from './http-client';
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
 * Signs in on a host through its own page, and goes to a path there. Whoever the browser knew before
 * it forgets: one who is signed in anywhere is signed in everywhere.
 */
export async function signIn(
  page: Page,
  server: Pick<SharedServer, 'url'>,
  { host, email, path = '/account' }: { host: string; email: string; path?: string },
): Promise<void> {
  await page.context().clearCookies({ name: /\.(session|state|asked)$/ });
  await page.goto(server.url(host, `/login?next=${encodeURIComponent(path)}`));
  await fillSignIn(page, email);
  if (plain.has(page.context())) await passRoot(page);
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

const plain = new WeakSet<BrowserContext>();

/** A browser of its own in which no script runs. */
export async function withoutScripts(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  plain.add(context);
  return context;
}

/** Signing in at a site passes by the root host, which sends nobody on without a script. */
async function passRoot(page: Page): Promise<void> {
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/login'));
  if (new URL(page.url()).pathname !== '/session/enter') return;
  await page.getByRole('button', { name: 'Continue' }).click();
}
