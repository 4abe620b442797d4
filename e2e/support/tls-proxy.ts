import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../../lib/testing/project-root';

/** What ends TLS in front of a server, as nginx or Caddy would. */
export interface TlsProxy {
  port: number;
  /** For clients that check the certificate. */
  tls: { ca: string };
  close(): Promise<void>;
}

/** Names the address that a visitor connects from; the proxy takes it away. */
export const visitorHeader = 'x-test-visitor';

const fixture = (name: string) => readFileSync(join(projectRoot, 'e2e/fixtures/tls', name), 'utf8');

/**
 * Ends TLS for example.test, its subdomains and blog.acme.test, and passes requests on by http under
 * a name of its own. What clients say of hosts, schemes and addresses is dropped.
 */
export async function startTlsProxy(upstream: { port: number }): Promise<TlsProxy> {
  const ca = fixture('example.test.cert.pem');
  const server = createServer({ cert: ca, key: fixture('example.test.key.pem') }, (given, answer) =>
    passOn(given, answer, upstream.port),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    tls: { ca },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function passOn(given: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, socket } = given;
  const headers = headersFor(given.headers, socket.remoteAddress ?? '', port);
  const passed = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
    reply.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  given.pipe(passed);
}

function headersFor(given: IncomingMessage['headers'], address: string, port: number) {
  const kept = Object.entries(given).filter(([name]) => !/^(x-forwarded-|forwarded$)/.test(name));
  const { [visitorHeader]: visitor, ...headers } = Object.fromEntries(kept);
  return {
    ...headers,
    host: `127.0.0.1:${port}`,
    'x-forwarded-host': given.host ?? '',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': String(visitor ?? address),
  };
}
