import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../lib/cli/testing-steps/find-chromium.mjs';
import { startServer, type TestServer } from './server';
import type { SharedServer } from './test';
import { startTlsProxy, type TlsProxy } from './tls-proxy';

/** A server behind TLS, and a browser that finds its names on the standard port. */
export interface TlsWorld extends Pick<SharedServer, 'url'> {
  server: TestServer;
  proxy: TlsProxy;
  browser: Browser;
  close(): Promise<void>;
}

/** Serves example.test, its tenants and blog.acme.test by https. */
export async function openTlsWorld(): Promise<TlsWorld> {
  const server = await startServer({ env: { ROOT_DOMAIN: 'example.test', TRUST_PROXY: '1' } });
  const proxy = await startTlsProxy(server);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', `--host-resolver-rules=MAP *.test:443 127.0.0.1:${proxy.port}`],
  });
  return {
    ...{ server, proxy, browser },
    url: (host, path = '/') => `https://${host}${path}`,
    async close() {
      await browser.close();
      await proxy.close();
      await server.stop();
    },
  };
}
