import { expect, test } from 'vitest';
import { refusalWords } from './refusal-words';

test.each([
  [
    'document_parsing_exception: [1:120] failed to parse field [published_at] of type [date] in document',
    'The search engine cannot read its publication date.',
  ],
  [
    'document_parsing_exception: failed to parse field [title.std] of type [text]',
    'The search engine cannot read its title.',
  ],
  [
    'illegal_argument_exception: Document contains at least one immense term in field="slug"',
    'It has a word that is too long for the search engine.',
  ],
  ['circuit_breaking_exception: [parent] Data too large', 'It is too long for the search engine.'],
  [
    'strict_dynamic_mapping_exception: mapping set to strict in [tenantry-t-00]',
    'The search engine refused it. Whoever runs the platform can see why.',
  ],
  [null, 'The search engine refused it. Whoever runs the platform can see why.'],
])('%s: %s', (said, words) => {
  expect(refusalWords(said)).toBe(words);
});
