import type { estypes } from '@elastic/elasticsearch';

const text = (std: object = {}): estypes.MappingProperty =>
  ({
    type: 'text',
    analyzer: 'stems',
    // Long texts are marked without a limit.
    index_options: 'offsets',
    // A stem has lost the end of the word: beginnings are looked for in the word as it stands.
    fields: { std: { type: 'text', analyzer: 'words', index_options: 'offsets', ...std } },
  }) as estypes.MappingProperty;

const beginnings = { index_prefixes: { min_chars: 1, max_chars: 12 } };

/**
 * Settings and mapping of an index. What is not declared is refused. The refresh interval is left
 * alone: setting it would keep thousands of quiet indexes busy.
 */
export const indexBody = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    // A deletion is remembered for longer than any late write can take.
    gc_deletes: '1h',
    analysis: {
      char_filter: {
        // Names in code, and names of people, are made of words.
        breaks: { type: 'pattern_replace', pattern: "[_'’]", replacement: ' ' },
      },
      analyzer: {
        words: {
          ...{ type: 'custom', char_filter: ['breaks'], tokenizer: 'standard' },
          filter: ['lowercase', 'asciifolding'],
        },
        stems: {
          ...{ type: 'custom', char_filter: ['breaks'], tokenizer: 'standard' },
          filter: ['lowercase', 'asciifolding', 'stop', 'porter'],
        },
      },
      filter: { porter: { type: 'stemmer', language: 'english' } },
    },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      tenant_id: { type: 'keyword' },
      post_id: { type: 'keyword' },
      slug: { type: 'keyword', index: false },
      status: { type: 'keyword' },
      published_at: { type: 'date' },
      version: { type: 'long' },
      title: text(beginnings),
      description: text(beginnings),
      body: text(),
    },
  },
} satisfies Omit<estypes.IndicesCreateRequest, 'index'>;
