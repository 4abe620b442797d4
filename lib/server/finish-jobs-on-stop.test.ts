import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { finishJobsOnStop } from './finish-jobs-on-stop';

/** A process that notes when it ends, and a worker with as many jobs under way. */
function trial(running: number) {
  let finish = () => {};
  const stopped = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const exits: unknown[] = [];
  const exit = ((code: number) => void exits.push(code)) as typeof process.exit;
  const target = Object.assign(new EventEmitter(), { exit });
  const stops: unknown[] = [];
  const stop = (patience?: number) => {
    stops.push(patience);
    return stopped;
  };
  finishJobsOnStop({ stop, running: () => running }, target as never);
  return { target, exits, stops, finish };
}

test('the exit waits for running jobs', async () => {
  const { target, exits, stops, finish } = trial(1);
  target.emit('SIGTERM');
  target.emit('SIGINT');
  target.exit(143);
  await Promise.resolve();
  expect(stops).toEqual([3000]);
  expect(exits).toEqual([]);
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  expect(exits).toEqual([143]);
});

test('with nothing under way nothing waits', () => {
  const { target, exits, stops } = trial(0);
  target.emit('SIGINT');
  target.exit(130);
  expect(stops).toEqual([3000]);
  expect(exits).toEqual([130]);
});
