import type { errors } from '@elastic/elasticsearch';

/** Of the client, by name: the library itself is not loaded for this. */
const away = new Set([
  ...['ConnectionError', 'NoLivingConnectionsError', 'TimeoutError', 'RequestAbortedError'],
  ...['DeserializationError', 'SerializationError', 'ElasticsearchClientError'],
]);

/** Why Elasticsearch did not do something. */
export interface EngineFault {
  /** It does not answer, or has too much to do: it is tried again by itself. */
  isAway: boolean;
  /** For people of a tenant: no address, no name of an index. */
  words: string;
}

/**
 * Says what an error of the client means.
 *
 * @returns null for one that is none of the client's.
 */
export function describeFault(error: unknown): EngineFault | null {
  const { name } = error instanceof Error ? error : { name: '' };
  if (name === 'ProductNotSupportedError') {
    return { isAway: false, words: 'What answers as the search engine is no Elasticsearch.' };
  }
  if (name === 'ResponseError') return describeAnswer(error as errors.ResponseError);
  if (away.has(name)) return { isAway: true, words: 'The search engine does not answer.' };
  return null;
}

function describeAnswer({ statusCode = 0, body }: errors.ResponseError): EngineFault {
  const { type = '', reason = '' } =
    (body as { error?: { type?: string; reason?: string } })?.error ?? {};
  if (type === 'media_type_header_exception') {
    return {
      isAway: false,
      words: 'The search engine is of a version that is not supported: 8 or 9 are.',
    };
  }
  if (statusCode === 401 || statusCode === 403) {
    return { isAway: false, words: 'The search engine refuses the key of this installation.' };
  }
  if (/maximum normal shards open/.test(reason)) {
    return { isAway: false, words: 'The search engine has no room for another index.' };
  }
  if (statusCode === 429 || statusCode >= 500) {
    return { isAway: true, words: 'The search engine has too much to do at the moment.' };
  }
  return { isAway: false, words: 'The search engine refused what it was asked.' };
}
