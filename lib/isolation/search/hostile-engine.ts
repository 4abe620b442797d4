import { startFakeEngine } from '../../testing/search/fake-engine';

/** A request as the search engine saw it. */
export interface SeenRequest {
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
  const { url, say, close } = await startFakeEngine();
  say((path, body) => {
    seen.push({ path, body });
    return { body: answerTo(path, body, document) };
  });
  return { url, take: () => seen.splice(0), close };
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
