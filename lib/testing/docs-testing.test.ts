import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeBlocks } from './code-blocks';
import { projectRoot } from './project-root';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const examples = codeBlocks(read('docs/testing.md')).filter(({ language }) => language === 'ts');

test('the page has an example of each kind, and no code that is from nowhere', () => {
  expect(examples.map(({ file }) => file)).toEqual([
    'lib/testing/examples/rename-tag.db.test.ts',
    'lib/testing/examples/ask-for-posts.db.test.ts',
    'e2e/tenant-pages.spec.ts',
    'lib/testing/examples/mail-in-colours.test.ts',
  ]);
});

// Each of these files is a test of its own, which the suite runs.
test.each(examples)('$file stands there word for word', ({ file, code }) => {
  expect(code).toBe(read(file ?? ''));
});
