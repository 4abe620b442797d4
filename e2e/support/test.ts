import { test as base } from '@playwright/test';

/** The server all specs share. A spec that harms its server starts its own (`startServer`). */
export interface SharedServer {
  port: number;
  dataDir: string;
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
  /** Address of a path on a host, as url('acme.localhost', '/blog'). */
  url(host: string, path?: string): string;
}

/** Playwright's `test` with the running server as a fixture. */
export const test = base.extend<object, { server: SharedServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from it
    async ({}, use) => {
      const known = JSON.parse(process.env.E2E_SERVER ?? '{}') as Omit<SharedServer, 'url'>;
      await use({ ...known, url: (host, path = '/') => `http://${host}:${known.port}${path}` });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
