import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { edgeWarnings } from '../launcher/edge-warnings.mjs';
import { readSummary } from './read-summary.mjs';
import { closingLines } from './report-steps.mjs';
import { makeScratchFolder } from './scratch-folder.mjs';

const folder = makeScratchFolder();
const path = join(folder, 'counts.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('the counts of a runner are taken as they are', () => {
  writeFileSync(path, '{"passed":3,"failed":1,"skipped":[]}');
  expect(readSummary(path, { code: 1, output: '' })).toMatchObject({ passed: 3, failed: 1 });
});

test('a runner that ended badly without a failed test is one failure', () => {
  writeFileSync(path, '{"passed":3,"failed":0,"skipped":[]}');
  expect(readSummary(path, { code: 1, output: '' })).toMatchObject({ passed: 3, failed: 1 });
});

test('a runner that left no counts is one failure, even if it says it went well', () => {
  rmSync(path);
  expect(readSummary(path, { code: 0, output: '' })).toMatchObject({ passed: 0, failed: 1 });
});

test('the last line has the counts, and each skip its reason before it', () => {
  const skipped = [{ name: 'search', reason: 'no Elasticsearch' }];
  expect(closingLines({ passed: 5, failed: 1, skipped })).toEqual([
    'skipped: search: no Elasticsearch',
    '5 passed, 1 failed, 1 skipped',
  ]);
});

test.each([
  [
    'A Node.js module is loaded ("node:fs" at line 3) which is not supported in the Edge Runtime.',
    1,
  ],
  ['The "middleware" file convention is deprecated. Please use "proxy" instead.', 0],
  ['Compiled successfully', 0],
])('of the build log, %j counts as %i warning', (line, count) => {
  expect(edgeWarnings(`before\n${line}\nafter`)).toHaveLength(count);
});
