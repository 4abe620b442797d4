import { expect, test } from 'vitest';
import { isDatabaseUnavailable } from './database-fault';

const withCode = (code: string, cause?: unknown) =>
  Object.assign(new Error('failed', { cause }), { code });

test.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', '53300', '57P01', '57014'])(
  '%s means that the database is away or overloaded',
  (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(true);
    expect(isDatabaseUnavailable(new Error('wrapped', { cause: withCode(code) }))).toBe(true);
  },
);

test.each(['23505', '42501', '42P01', 'ENOENT'])('%s is a fault of ours', (code) => {
  expect(isDatabaseUnavailable(withCode(code))).toBe(false);
});

test.each([null, undefined, 'ECONNREFUSED', 42, { code: 'ECONNREFUSED' }])(
  '%j is no error at all',
  (thrown) => {
    expect(isDatabaseUnavailable(thrown)).toBe(false);
  },
);

test('causes that go round in a circle end', () => {
  const error = withCode('X');
  error.cause = error;
  expect(isDatabaseUnavailable(error)).toBe(false);
});
