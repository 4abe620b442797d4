import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeBlocks } from './code-blocks';
import { projectRoot } from './project-root';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const named = codeBlocks(read('docs/realtime.md')).filter(({ file }) => file !== undefined);

test('the page has both examples', () => {
  expect(named.map(({ file }) => file)).toEqual([
    'lib/testing/examples/todo-list.ts',
    'app/_realtime/who-is-reading.tsx',
  ]);
});

// Tests beside these files run them.
test.each(named)('$file stands there word for word', ({ file, code }) => {
  expect(code).toBe(read(file ?? ''));
});
