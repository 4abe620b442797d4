import { expect, test } from 'vitest';
import { prepareDomainTrial } from '../testing/domain-trial';
import { addDomain } from './add-domain';
import { getDomain, getDomainRow } from './get-domain';
import { planDomainChecks } from './plan-domain-checks';

const trial = prepareDomainTrial();
const { prove, check, age, work } = trial;

test('the worker looks by itself, often at first and then less', async () => {
  const id = await addDomain(trial.acme, 'worker.test');
  await prove([trial.acme, id]);
  trial.dns.set('worker.test', 'A', '192.0.2.1');
  await work();
  expect((await getDomain(trial.acme, id)).status.code).toBe('connected');
  const waits = async () => {
    const { nextCheckAt } = await getDomainRow(trial.acme, id);
    return nextCheckAt && Math.round((nextCheckAt.getTime() - Date.now()) / 60_000);
  };
  expect(await waits()).toBeGreaterThanOrEqual(24 * 60 - 1);
  // Proved first, set up later: it is looked at soon again.
  const early = await addDomain(trial.acme, 'early.test');
  await prove([trial.acme, early]);
  expect(await check(trial.acme, early)).toBe('nowhere');
  const { nextCheckAt } = await getDomainRow(trial.acme, early);
  expect((nextCheckAt?.getTime() ?? 0) - Date.now()).toBeLessThan(11 * 60_000);
  const late = await addDomain(trial.acme, 'late.test');
  const pending: (number | null)[] = [];
  for (const interval of ['0', '8 hours', '10 days', '30 days']) {
    await age(late, interval);
    await check(trial.acme, late);
    const { nextCheckAt } = await getDomainRow(trial.acme, late);
    pending.push(nextCheckAt && Math.round((nextCheckAt.getTime() - Date.now()) / 60_000));
  }
  expect(pending).toEqual([1, 60, 1440, null]);
});

test('a look that is not due does nothing, and a lost one is asked for anew', async () => {
  const id = await addDomain(trial.acme, 'due.test');
  await work();
  const asked = () =>
    trial.dns.asked.filter((one) => one === 'TXT _tenantry-challenge.due.test').length;
  expect(asked()).toBe(1);
  await trial.world.owner`update platform.jobs set run_at = now() where done_at is null`;
  await work();
  expect(asked()).toBe(1);
  await trial.world.owner`delete from platform.jobs`;
  expect(await planDomainChecks()).toBe(0);
  await age(id, '10 minutes');
  expect(await planDomainChecks()).toBe(1);
  expect(await planDomainChecks()).toBe(0);
  await work();
  expect(asked()).toBe(2);
});
