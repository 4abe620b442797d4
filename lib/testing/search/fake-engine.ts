import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in says to one request. */
export interface FakeAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** It never answers. */
  hangs?: boolean;
}

export interface FakeEngine {
  url: string;
  /** How often it was asked. */
  asked(): number;
  /** What it says from now on. */
  say(answer: (path: string, body: string) => FakeAnswer): void;
  close(): Promise<void>;
}

/**
 * Stands where Elasticsearch would, for protocol tests: no Elasticsearch is involved. It proves what
 * is done about an answer, and nothing about searching.
 */
export async function startFakeEngine(): Promise<FakeEngine> {
  let asked = 0;
  let answer: (path: string, body: string) => FakeAnswer = () => ({});
  const server = createServer(async (request, response) => {
    asked += 1;
    let text = '';
    for await (const part of request) text += part;
    const { status = 200, body = {}, headers, hangs } = answer(request.url ?? '', text);
    if (hangs) return;
    response.writeHead(status, {
      'X-elastic-product': 'Elasticsearch',
      'content-type': 'application/vnd.elasticsearch+json;compatible-with=8',
      ...headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    say: (next) => {
      answer = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
