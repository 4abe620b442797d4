import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the search engine saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  body: string;
}

/** Stands where Elasticsearch would, at the edge of the network. */
export interface HostileEngine {
  url: string;
  /** What came since the last call. */
  take(): SeenRequest[];
  close(): Promise<void>;
}

/**
 * A stand-in for Elasticsearch that writes down what it is asked, and answers every search with a
 * document of some tenant's, as an index would that holds what it should not.
 *
 * @param document - of the tenant that is not asked for.
 */
export async function startHostileEngine(document: object): Promise<HostileEngine> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const { method = '', url: path = '' } = request;
    seen.push({ method, path, body });
    response.setHeader('X-elastic-product', 'Elasticsearch');
    response.setHeader('content-type', 'application/vnd.elasticsearch+json;compatible-with=8');
    response.end(JSON.stringify(answerTo(path, body, document)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take: () => seen.splice(0),
    close: () => closed(server),
  };
}

function answerTo(path: string, body: string, document: object): object {
  if (path.includes('_bulk')) {
    const lines = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, object>);
    const operations = lines.filter((line) => 'index' in line || 'delete' in line);
    return {
      errors: false,
      items: operations.map((line) =>
        'index' in line ? { index: { ...line.index, status: 201 } } : { delete: { status: 200 } },
      ),
    };
  }
  if (!path.includes('_search')) return { acknowledged: true };
  const hit = { _id: 'theirs', _index: 'any', _score: 1, _source: document };
  return { timed_out: false, hits: { total: { value: 1, relation: 'eq' }, hits: [hit] } };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
