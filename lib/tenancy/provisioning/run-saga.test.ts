import { expect, test, vi } from 'vitest';
import { createSaga, type SagaStep } from './run-saga';

function steps(failing: Record<string, Error> = {}): { list: SagaStep<string[]>[] } {
  const fail = (name: string) => {
    if (failing[name]) throw failing[name];
  };
  const list = ['a', 'b', 'c'].map((name) => ({
    name,
    run: async (done: string[]) => {
      done.push(name);
      fail(name);
    },
    undo: async (done: string[]) => {
      done.push(`-${name}`);
      fail(`-${name}`);
    },
  }));
  return { list };
}

test('steps run in order, and the last is taken back first, once', async () => {
  const done: string[] = [];
  const saga = createSaga(steps().list);
  await saga.run(done);
  await saga.undo(done);
  await saga.undo(done);
  expect(done).toEqual(['a', 'b', 'c', '-c', '-b', '-a']);
});

test('a failure is thrown as it came; what was begun is taken back, the failed step too', async () => {
  const done: string[] = [];
  const fault = new Error('no room');
  const saga = createSaga(steps({ b: fault }).list);
  await expect(saga.run(done)).rejects.toBe(fault);
  await saga.undo(done);
  expect(done).toEqual(['a', 'b', '-b', '-a']);
});

test('what cannot be taken back is on record, and the rest still is', async () => {
  const { log } = await import('../../log');
  const spy = vi.spyOn(log, 'error').mockReturnValue(undefined);
  const done: string[] = [];
  const saga = createSaga(steps({ '-b': new Error('away') }).list);
  await saga.run(done);
  await saga.undo(done);
  expect(done.slice(3)).toEqual(['-c', '-b', '-a']);
  expect(spy.mock.calls[0]?.[0]).toMatchObject({ event: 'saga.not_undone', step: 'b' });
  spy.mockRestore();
});
