import { expect, test } from 'vitest';
import { createRecorder, leaksOf } from './recorder';

test('attempts are counted by item, and a leak is kept once', () => {
  const recorder = createRecorder('walk');
  recorder.note('posts', null);
  recorder.note('posts', 'leaks');
  recorder.note('posts', 'leaks');
  recorder.note('tags', null);
  const report = recorder.report();
  expect(report.items.map(({ item, attempts }) => [item, attempts])).toEqual([
    ['posts', 3],
    ['tags', 1],
  ]);
  expect(leaksOf(report)).toEqual(['posts: leaks']);
});

test('what nothing covers is a leak', () => {
  const recorder = createRecorder('walk');
  recorder.uncovered('/new', 'no case');
  expect(leaksOf(recorder.report())).toEqual(['/new: is not covered: no case']);
});
