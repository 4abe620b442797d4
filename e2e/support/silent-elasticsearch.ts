import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that answers as Elasticsearch does, is well, and holds a number of posts; nothing else. */
export interface SilentElasticsearch {
  url: string;
  stop(): Promise<void>;
}

/** Starts it. What else it is asked is refused as by one that has too much to do. */
export async function startSilentElasticsearch(posts: number): Promise<SilentElasticsearch> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const answer = path.startsWith('/_cluster/health')
      ? { status: 'green' }
      : path.endsWith('/_count') || path.includes('/_count?')
        ? { count: posts }
        : null;
    response.writeHead(answer ? 200 : 503, {
      'content-type': 'application/vnd.elasticsearch+json;compatible-with=8',
      'x-elastic-product': 'Elasticsearch',
    });
    request.resume().on('end', () => response.end(JSON.stringify(answer ?? { status: 503 })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
