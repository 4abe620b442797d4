import { expect, test } from 'vitest';
import { testCode } from './test-code';

const importing = (path: string, specifier: string, words = 'import') => [
  { path, source: `${words} { a } from '${specifier}';\n` },
];

test.each([
  ['app/a.ts', '@/lib/testing/mock-tenant'],
  ['app/a.ts', '../e2e/support/a'],
  ['lib/resources/a.ts', './testing/suite-world'],
  ['lib/jobs/a.ts', './stand-ins/readme-examples'],
  ['lib/cli/commands/a.ts', '../../isolation/run-isolation'],
  ['lib/ui/a.ts', 'vitest'],
  ['instrumentation.ts', '@playwright/test'],
])('%s may not import %s', (path, specifier) => {
  expect(testCode(importing(path, specifier))).toEqual([
    `${path} imports ${specifier}, which is for tests`,
  ]);
});

test.each([
  ['lib/blog/a.test.ts', '@/lib/testing/mock-tenant'],
  ['lib/resources/testing/a.ts', 'vitest'],
  ['lib/isolation/a.ts', '../testing/mock-tenant'],
  ['e2e/support/a.ts', '../../lib/testing/tenant-test/test-tenant'],
  ['lib/cli/check-doors.ts', '../testing/architecture/doors'],
  ['lib/cli/a.ts', 'commander'],
])('%s may import %s', (path, specifier) => {
  expect(testCode(importing(path, specifier))).toEqual([]);
});

test('types alone are no code', () => {
  expect(testCode(importing('lib/db/a.ts', '../testing/database', 'import type'))).toEqual([]);
});
