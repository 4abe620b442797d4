import type { Client } from '@elastic/elasticsearch';
import { describe, expect } from 'vitest';
import { elasticsearchTest as test } from '../../lib/testing/elasticsearch-test';

const index = 'node-answers-1';
const alias = 'node-answers';

describe('it is an Elasticsearch', () => {
  test('and says so with every answer', async ({ elasticsearchUrl }) => {
    const answer = await fetch(`${elasticsearchUrl}/_cluster/health`);
    expect(answer.headers.get('x-elastic-product')).toBe('Elasticsearch');
    expect(await answer.json()).toMatchObject({ timed_out: false });
  });

  test('with the analyzer `english`', async ({ elasticsearch }) => {
    const text = 'The runner’s databases were running';
    const { tokens } = await elasticsearch.indices.analyze({ analyzer: 'english', text });
    expect(tokens?.map(({ token }) => token)).toEqual(['runner', 'databas', 'were', 'run']);
  });
});

describe('documents', () => {
  test('a later version stays, whichever comes last', async ({ elasticsearch }) => {
    await makeIndex(elasticsearch);
    expect(await put(elasticsearch, 5, 'Running <b>databases</b> at night')).toBe(201);
    expect(await put(elasticsearch, 5, 'Running <b>databases</b> at night')).toBe(200);
    expect(await put(elasticsearch, 4, 'Walking')).toBe(409);
    const { _version } = await elasticsearch.get({ index: alias, id: '1' });
    expect(_version).toBe(5);
  });

  test('without the alias nothing is written, and no index is made', async ({ elasticsearch }) => {
    const { items } = await elasticsearch.bulk({
      index: 'node-answers-nowhere',
      require_alias: true,
      operations: [{ index: { _id: '1' } }, { title: 'Lost' }],
    });
    expect(items[0]?.index?.error?.type).toBe('index_not_found_exception');
    expect(await elasticsearch.indices.exists({ index: 'node-answers-nowhere' })).toBe(false);
  });

  test.for([
    ['the beginning of a word', 'databases runn'],
    ['a word in another form', 'run database'],
  ])('are found by %s', async ([, query], { elasticsearch }) => {
    await makeIndex(elasticsearch);
    await put(elasticsearch, 5, 'Running <b>databases</b> at night');
    expect(await find(elasticsearch, query as string)).toEqual([
      '<mark>Running</mark> &lt;b&gt;<mark>databases</mark>&lt;&#x2F;b&gt; at night',
    ]);
    expect(await find(elasticsearch, 'walks')).toEqual([]);
  });
});

async function makeIndex(client: Client): Promise<void> {
  await client.indices.delete({ index }, { ignore: [404] });
  await client.indices.create({
    index,
    aliases: { [alias]: { is_write_index: true } },
    settings: { number_of_shards: 1, number_of_replicas: 0, gc_deletes: '1h' },
    mappings: {
      dynamic: 'strict',
      properties: {
        title: {
          type: 'text',
          analyzer: 'english',
          index_options: 'offsets',
          fields: {
            plain: { type: 'text', analyzer: 'standard', index_options: 'offsets' },
            prefix: {
              type: 'text',
              analyzer: 'standard',
              index_prefixes: { min_chars: 1, max_chars: 10 },
            },
          },
        },
      },
    },
  });
}

async function put(client: Client, version: number, title: string): Promise<number | undefined> {
  const { items } = await client.bulk({
    index: alias,
    require_alias: true,
    refresh: 'wait_for',
    operations: [{ index: { _id: '1', version, version_type: 'external_gte' } }, { title }],
  });
  return items[0]?.index?.status;
}

/** What index_prefixes has found is marked in a field without: the other one has no such terms. */
async function find(client: Client, query: string): Promise<string[]> {
  const by = (fields: string[]) => ({
    multi_match: { query, type: 'bool_prefix' as const, operator: 'and' as const, fields },
  });
  const { hits } = await client.search({
    index: alias,
    allow_no_indices: false,
    query: by(['title', 'title.prefix']),
    highlight: {
      encoder: 'html',
      pre_tags: ['<mark>'],
      post_tags: ['</mark>'],
      highlight_query: by(['title', 'title.plain']),
      fields: { title: { number_of_fragments: 0, matched_fields: ['title', 'title.plain'] } },
    },
  });
  return hits.hits.flatMap(({ highlight }) => highlight?.title ?? []);
}
