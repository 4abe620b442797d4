import { expect, test } from 'vitest';
import { errorForLog } from './error-for-log';

test('plain facts are told, and what a library hangs on its error is not', () => {
  const error = Object.assign(new Error('Refused'), {
    ...{ code: 'E1', statusCode: 400 },
    meta: { request: { body: 'a draft of somebody' }, headers: { authorization: 'x' } },
  });
  const told = errorForLog(error);
  expect(told).toMatchObject({ type: 'Error', message: 'Refused', code: 'E1', statusCode: 400 });
  expect(told.stack).toContain('error-for-log.test');
  expect(JSON.stringify(told)).not.toMatch(/draft|authorization/);
});

test('of a query only the cause is told, and of several errors their words', () => {
  const query = new Error("insert into posts values ('a draft of somebody')", {
    cause: new Error('duplicate key'),
  });
  query.name = 'DrizzleQueryError';
  expect(errorForLog(query)).toMatchObject({ message: 'duplicate key' });
  const several = new AggregateError([new Error('no ::1'), new Error('no 127.0.0.1')], 'away');
  expect(errorForLog(several)).toMatchObject({ aggregateErrors: ['no ::1', 'no 127.0.0.1'] });
  expect(errorForLog('a text')).toMatchObject({ message: 'a text' });
});
