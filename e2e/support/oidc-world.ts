import type { Page } from '@playwright/test';
import postgres, { type Sql } from 'postgres';
import { freePort } from './free-port';
import { makeOidcProvider, type OidcProvider } from './oidc-provider';
import { startServer, type TestServer } from './server';

/** A server that people sign in to with accounts of a provider on this machine. */
export interface OidcWorld {
  server: TestServer;
  provider: OidcProvider;
  sql: Sql;
  close(): Promise<void>;
}

export const providerName = 'Example ID';

/** Starts the server alone: a provider that is away keeps nobody from starting. */
export async function openOidcWorld(): Promise<OidcWorld> {
  const port = await freePort();
  const provider = await makeOidcProvider(`http://localhost:${port}/api/auth/callback/oidc`);
  const server = await startServer({
    port,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: providerName,
      GITHUB_CLIENT_ID: 'nobody',
      GITHUB_CLIENT_SECRET: 'nobody',
    },
  });
  const sql = postgres(server.database.ownerUrl, { max: 1, onnotice: () => {} });
  return {
    ...{ server, provider, sql },
    async close() {
      await sql.end({ timeout: 2 });
      await provider.stop();
      await server.stop();
    },
  };
}

/** Presses the button of the sign-in page at hand, and signs in at the provider. */
export async function continueAtProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Continue with ${providerName}` }).click();
  await signInAtProvider(page, name);
}

/** Signs in on the provider's own pages, as whoever. */
export async function signInAtProvider(page: Page, name: string): Promise<void> {
  await stopBeforeConsent(page, name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Signs in there, and stops where the provider asks whether it may tell us. */
async function stopBeforeConsent(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('whatever');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).waitFor();
}

/** Goes the whole way as somebody, but for the last step: gives the address it would lead back to. */
export async function returnAddress(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: `Continue with ${providerName}` }).click();
  await stopBeforeConsent(page, name);
  const action = await page.locator('form').first().getAttribute('action');
  const confirmed = await page.request.post(new URL(action ?? '', page.url()).href, {
    form: { prompt: 'consent' },
    maxRedirects: 0,
  });
  const resume = new URL(confirmed.headers().location ?? '', page.url()).href;
  const back = await page.request.get(resume, { maxRedirects: 0 });
  return back.headers().location ?? '';
}
