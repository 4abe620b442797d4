import { type DnsServer, startDnsServer } from '../../lib/testing/dns-server';
import { httpGet } from './http-get';
import { startServer, type TestServer } from './server';

/** A server that looks domains up in a DNS of the test's own. */
export interface DomainWorld {
  server: TestServer;
  dns: DnsServer;
  /** What a host answers on a path by now. */
  statusOf(host: string, path?: string): Promise<number>;
  close(): Promise<void>;
}

/** The names under which custom domains have to be found. */
export const target = 'sites.platform.test';

/** Starts it, with more variables where a spec needs them. */
export async function openDomainWorld(env: Record<string, string> = {}): Promise<DomainWorld> {
  const dns = await startDnsServer();
  dns.set(target, 'A', '192.0.2.1');
  const server = await startServer({
    env: { DNS_SERVER: dns.address, DOMAIN_TARGET: target, ...env },
  });
  return {
    ...{ server, dns },
    statusOf: async (host, path = '/') => (await httpGet(server, host, path)).status,
    async close() {
      await server.stop();
      await dns.close();
    },
  };
}
