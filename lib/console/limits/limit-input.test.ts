import { expect, test } from 'vitest';
import { readTyped, typedLimits } from './limit-input';

test.each([
  ['posts', '', 'default'],
  ['posts', ' Unlimited ', null],
  ['posts', '0', 0],
  ['posts', '1,200', 1200],
  ['posts', '1 200', 1200],
  ['storage', '5 GB', 5 * 1024 ** 3],
  ['storage', '1.5mb', 1.5 * 1024 ** 2],
  ['storage', '2048', 2048],
] as const)('%s: "%s" is %s', (name, typed, value) => {
  expect(readTyped(name, typed, 'default')).toEqual({ value });
});

test.each([
  ['posts', '-1'],
  ['posts', '5 GB'],
  ['posts', 'many'],
  ['posts', '9'.repeat(20)],
  ['posts', '1e3'],
  ['members', '0'],
  ['requests', '0'],
  ['storage', '5 PB'],
  ['storage', 'GB'],
] as const)('%s: "%s" is refused with an example', (name, typed) => {
  const example = name === 'storage' ? '5 GB' : '500';
  expect(readTyped(name, typed, null)).toEqual({ fault: expect.stringContaining(example) });
});

test('what nobody touched is no change', () => {
  const given = { members: '5', 'was.members': '5', posts: '', 'was.posts': '9', storage: '' };
  expect(typedLimits('default').parse(given)).toEqual({ posts: 'default' });
  expect(typedLimits(null).safeParse({ posts: 'x' }).error?.issues[0]?.path).toEqual(['posts']);
});
