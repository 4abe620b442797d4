import { assert, constantFrom, oneof, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { readPostFile } from './read-post-file';
import { writePostFile } from './write-post-file';

const nasty = constantFrom(
  ...['---', '---\n', '...', '\n---\ntitle: x\n---\n', '\uFEFF', '\u2028', '\u0085', '\r\n', '\r'],
  ...['null', '~', 'true', '2024', '0x1F', '*a', '&a', '!!str', '# c', ': ', '- ', '"', "'", '\\'],
  ...['{{< x >}}', '<script>', '\t', ' ', '\u0001', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'שלום', '\u202e', '%', '@', '`'],
);
const text = oneof(
  nasty,
  string({ unit: 'grapheme' }),
  string({ unit: oneof(nasty, string({ unit: 'binary' })), maxLength: 12 }),
).filter((one) => !/[\0\p{Surrogate}]/u.test(one));
const line = text.map((one) => one.trim()).filter((one) => one !== '');

test('whatever a post says, its file is read as the same post', () => {
  assert(
    property(line, text, text, line, line, (title, description, body, author, tag) => {
      const written = { title, slug: 'a-slug', description, body, status: 'published', author };
      const publishedAt = '2024-05-01T10:30:00.123Z';
      const file = writePostFile({ ...written, publishedAt, tags: [tag] });
      const bytes = new TextEncoder().encode(file);
      const back = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const { post, faults } = readPostFile({ name: 'x.md', text: back }, 'UTC');
      expect(faults).toEqual([]);
      expect(post).toEqual({ ...written, publishedAt, tags: [tag] });
    }),
    { numRuns: 500 },
  );
});

test('a slug of digits stays a text', () => {
  assert(
    property(stringMatching(/^[a-z0-9]{1,20}$/), (slug) => {
      const rest = {
        title: 'T',
        description: '',
        body: '',
        status: 'draft',
        author: 'A',
        tags: [],
      };
      const text = writePostFile({ ...rest, slug, publishedAt: null });
      expect(readPostFile({ name: 'x.md', text }, 'UTC').post?.slug).toBe(slug);
    }),
  );
});
