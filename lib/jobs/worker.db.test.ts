import { describe, expect, test } from 'vitest';
import { prepareWorkerTrial, until } from '../testing/worker-trial';
import { PermanentFailure } from './handler';
import { mostAttempts } from './retry-delay';

const trial = prepareWorkerTrial();

describe('what fails', () => {
  test('is tried again later', async () => {
    const id = await trial.add(trial.acme.id);
    trial.start(async () => {
      throw new Error('mail server says smtp://u:hunter2@h is away');
    });
    await trial.settled(id);
    const state = await trial.stateOf(id);
    expect(state).toMatchObject({ dead: false, done: false, attempts: 1 });
    expect(state?.reason).toBe('mail server says smtp://u:***@h is away');
    expect(state?.due).toBeGreaterThanOrEqual(4);
    expect(state?.due).toBeLessThanOrEqual(8);
  });
  test('for good is given up at once', async () => {
    const id = await trial.add(trial.acme.id);
    trial.start(async () => {
      throw new PermanentFailure('There is no such person.');
    });
    await trial.settled(id);
    expect(await trial.stateOf(id)).toMatchObject({ dead: true, attempts: 1 });
  });
  test('too often is given up, also when the process ended each time', async () => {
    const [often, crashed] = [await trial.add(trial.acme.id), await trial.add(trial.acme.id)];
    await trial.owner`update platform.jobs set attempts = ${mostAttempts - 1} where id = ${often}`;
    await trial.owner`update platform.jobs set attempts = ${mostAttempts} where id = ${crashed}`;
    const ran: number[] = [];
    trial.start(async (_, job) => {
      ran.push(job.id);
      throw new Error('still away');
    });
    await Promise.all([often, crashed].map(trial.settled));
    expect(ran).toEqual([often]);
    expect(await trial.stateOf(often)).toMatchObject({ dead: true, reason: 'still away' });
    expect(await trial.stateOf(crashed)).toMatchObject({
      dead: true,
      reason: 'The process ended during each of its attempts.',
    });
  });
  test('because nobody knows its kind is kept for a newer release; without its event it is given up', async () => {
    const unknown = await trial.add(trial.acme.id, 'of-tomorrow');
    const orphan = await trial.add(trial.acme.id);
    await trial.owner`update platform.jobs set event_id = 999999999 where id = ${orphan}`;
    trial.start(async () => {});
    await Promise.all([unknown, orphan].map(trial.settled));
    expect(await trial.stateOf(unknown)).toMatchObject({ dead: false, attempts: 1 });
    expect(await trial.stateOf(orphan)).toMatchObject({
      dead: true,
      reason: 'Its event 999999999 is gone.',
    });
  });
  test('by taking too long is ended, and does not hold up the others', async () => {
    const [slow, quick] = [await trial.add(trial.acme.id), await trial.add(trial.globex.id)];
    let wasTold = false;
    trial.start(
      async ({ tenant }, { signal }) => {
        if (tenant.slug === 'globex') return;
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        wasTold = true;
      },
      { timeLimitSeconds: 1 },
    );
    await Promise.all([slow, quick].map(trial.settled));
    expect(await trial.stateOf(quick)).toMatchObject({ done: true });
    expect(await trial.stateOf(slow)).toMatchObject({ reason: 'It took longer than 1 seconds.' });
    expect(wasTold).toBe(true);
  });
});

describe('several at a time', () => {
  test('as many as allowed, and never more', async () => {
    let [now, most] = [0, 0];
    let open = () => {};
    const isFull = new Promise<void>((resolve) => {
      open = resolve;
    });
    const ids: number[] = [];
    for (let n = 0; n < 12; n += 1)
      ids.push(await trial.add(n % 2 ? trial.acme.id : trial.globex.id));
    trial.start(
      async () => {
        now += 1;
        most = Math.max(most, now);
        if (now === 3) open();
        await isFull;
        await new Promise((resolve) => setTimeout(resolve, 20));
        now -= 1;
      },
      { concurrency: 3 },
    );
    await Promise.all(ids.map(trial.settled));
    expect(most).toBe(3);
  });
});

describe('a worker that stops', () => {
  test('finishes what runs and begins nothing more', async () => {
    const [first, second] = [await trial.add(trial.acme.id), await trial.add(trial.acme.id)];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    trial.start(() => gate, { concurrency: 1 });
    await until(() => trial.worker.running() === 1);
    const stopped = trial.worker.stop(5000);
    open();
    await stopped;
    expect(await trial.stateOf(first)).toMatchObject({ done: true });
    expect(await trial.stateOf(second)).toMatchObject({ done: false, attempts: 0 });
  });
  test('does not wait for ever: what runs is told, and comes back', async () => {
    const id = await trial.add(trial.acme.id);
    trial.start(() => new Promise(() => {}));
    await until(() => trial.worker.running() === 1);
    const begun = Date.now();
    await trial.worker.stop(200);
    expect(Date.now() - begun).toBeLessThan(2000);
    expect(await trial.stateOf(id)).toMatchObject({
      done: false,
      dead: false,
      reason: 'The process stopped.',
    });
  });
});
