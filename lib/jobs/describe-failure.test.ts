import { expect, test } from 'vitest';
import { AppError } from '../errors';
import { describeFailure } from './describe-failure';

test.each([
  ['connect smtp://user:hunter2@mail:25 refused', 'connect smtp://user:***@mail:25 refused'],
  ['postgres://a:hunter2@h/db', 'postgres://a:***@h/db'],
  ['Authorization: Bearer hunter2.x', 'Authorization: *** ***'],
  ['sent {"password":"hunter2 x","name":"Ada"}', 'sent {"password":***,"name":"Ada"}'],
  ['?access_token=hunter2&x=1', '?access_token=***'],
  ['eyJhbGciOi.eyJzdWIi.hunter2 is no token', '*** is no token'],
])('%s loses its secret', (given, expected) => {
  expect(describeFailure(new Error(given))).toBe(expected);
});

test('of a failed query only the cause is told, not its parameters', () => {
  const cause = new Error('duplicate key');
  const error = Object.assign(
    new Error('Failed query: insert ... params: ada@example.com', { cause }),
    {
      name: 'DrizzleQueryError',
    },
  );
  expect(describeFailure(error)).toBe('duplicate key');
});

test('beside the words for people stands what they stand for', () => {
  const cause = new Error('The bucket keeps a/b: AccessDenied');
  const error = new AppError('unavailable', 'The storage does not answer.', { cause });
  expect(describeFailure(error)).toBe(`The storage does not answer. ${cause.message}`);
});

test('anything may be thrown, and of any length', () => {
  expect(describeFailure('away')).toBe('away');
  expect(describeFailure(undefined)).toBe('undefined');
  expect(describeFailure(new Error('x'.repeat(9999)))).toHaveLength(500);
});
