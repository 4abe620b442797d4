import { expect, test } from 'vitest';
import { readPostFile } from './read-post-file';

const read = (text: string, name = 'hello.md') => readPostFile({ name, text }, 'Europe/Berlin');
const front = (...lines: string[]) => read(`---\n${lines.join('\n')}\n---\n\nBody\n`);
const faultsOf = (...lines: string[]) =>
  front(...lines).faults.map(({ line, message }) => `${line}: ${message}`);

test('a file of this program is read word for word', () => {
  const { post, faults, ignored } = front(
    'title: "Hello: \\"world\\""',
    'slug: hello-world',
    'description: One',
    'status: published',
    'publishedAt: "2024-05-01T10:30:00.123Z"',
    'author: Ada',
    'tags:\n  - News\n  - "2024"',
  );
  expect({ faults, ignored }).toEqual({ faults: [], ignored: [] });
  expect(post).toEqual({
    title: 'Hello: "world"',
    slug: 'hello-world',
    description: 'One',
    status: 'published',
    publishedAt: '2024-05-01T10:30:00.123Z',
    author: 'Ada',
    tags: ['News', '2024'],
    body: 'Body\n',
  });
});

test('Jekyll’s names of files, dates and topics are understood', () => {
  const text =
    '---\r\nlayout: post\r\ntitle: 007\r\ncategories: One, two\r\ntags: [three]\r\n---\r\nBody';
  const { post, ignored } = read(text, '_posts/2024-05-01-James-Bond.markdown');
  expect(post).toMatchObject({ title: '007', slug: 'james-bond', status: 'published' });
  // Midnight in Berlin.
  expect(post).toMatchObject({ publishedAt: '2024-04-30T22:00:00.000Z', body: 'Body' });
  expect(post?.tags).toEqual(['One', 'two', 'three']);
  expect(ignored).toEqual(['layout']);
});

test('Hugo’s bundles, drafts, summaries and offsets are understood', () => {
  const text = '---\ntitle: T\ndate: 2024-05-01 10:30:00 +0200\ndraft: true\nsummary: S\n---\n';
  expect(read(text, 'content/post/my-trip/index.md').post).toEqual({
    ...{ title: 'T', slug: 'my-trip', status: 'draft', description: 'S', body: '' },
    publishedAt: '2024-05-01T08:30:00.000Z',
  });
});

test('what a file does not say is left open', () => {
  expect(front('title: T').post).toEqual({ title: 'T', slug: 'hello', body: 'Body\n' });
  expect(front('title: T', 'description:', 'tags: []', 'author: null').post).toEqual({
    ...{ title: 'T', slug: 'hello', body: 'Body\n', description: '', tags: [] },
  });
  expect(front('title: T', 'published: false', 'date: 2024-05-01').post?.status).toBe('draft');
});

test('faults name their line', () => {
  expect(read('# Only Markdown').faults[0]?.message).toContain('no front matter');
  expect(read('---\ntitle: never ends').faults[0]?.message).toContain('no front matter');
  expect(faultsOf('slug: x')).toEqual(['1: It has no title.']);
  expect(faultsOf('title: T', 'status: live')).toEqual([
    '3: The status “live” is none of draft, scheduled, published.',
  ]);
  expect(faultsOf('title: T', 'date: 2024-02-31')).toEqual([
    '3: “2024-02-31” is no date like 2024-05-01 10:30.',
  ]);
  expect(faultsOf('title: T', 'draft: maybe')).toEqual(['3: draft is either true or false.']);
  expect(faultsOf('title: "T', 'x: 1')[0]).toMatch(/^\d: The front matter is not valid YAML: /);
  expect(faultsOf('title: T', 'title: U')[0]).toMatch(/^3: The front matter is not valid YAML: /);
  expect(faultsOf('- a', '- b')[0]).toContain('no list of names and values');
});

test('YAML that would grow, run or recurse does none of it', () => {
  const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'title: *b'];
  expect(faultsOf(...bomb)).toEqual(['4: Anchors and aliases of YAML are not taken.']);
  expect(front('title: !!js/function "function(){}"').post?.title ?? 'refused').not.toContain('[');
  expect(front('title: T', '__proto__: x', 'constructor: y').ignored).toEqual([
    '__proto__',
    'constructor',
  ]);
  const deep = `title: T\nx: ${'['.repeat(90_000)}`;
  expect(front(deep).post).toBeNull();
  expect(front(`title: ${'x'.repeat(200_000)}`).faults[0]?.message).toContain('too long');
});
