import { describe, expect, test } from 'vitest';
import { tags } from '../db/schema/tenant';
import { prepareWorkerTrial, until } from '../testing/worker-trial';

const trial = prepareWorkerTrial();

describe('each job has the tenant of its own row', () => {
  test('A, B, none, A in one worker: each writes to its own, the one without to nobody', async () => {
    const seen: string[] = [];
    const ids: number[] = [];
    for (const id of [trial.acme.id, trial.globex.id, null, trial.acme.id])
      ids.push(await trial.add(id));
    trial.start(
      async (ctx, job) => {
        seen.push(ctx.tenant.slug);
        await ctx.db.write((tx) => tx.insert(tags).values({ slug: `job-${job.id}`, name: 'x' }));
      },
      { concurrency: 1 },
    );
    await Promise.all(ids.map(trial.settled));
    expect(seen.sort()).toEqual(['acme', 'acme', 'globex']);
    const rows = await trial.owner`
      select slug, tenant_id from tags where slug like 'job-%' order by length(slug), slug`;
    const expected = [trial.acme, trial.globex, trial.acme].map(({ id }, n) => ({
      slug: `job-${ids[n === 2 ? 3 : n]}`,
      tenant_id: id,
    }));
    expect([...rows]).toEqual(expected);
    expect(await trial.stateOf(ids[2] ?? 0)).toMatchObject({
      dead: true,
      reason: 'It names no tenant, and its handler needs one.',
    });
  });
  test('a repeated one too, read anew: settings of before are not kept', async () => {
    const names: string[] = [];
    const id = await trial.add(trial.acme.id);
    trial.start(async (ctx) => {
      names.push(`${ctx.tenant.slug} ${ctx.tenant.name}`);
      if (names.length === 1) throw new Error('not yet');
    });
    await trial.settled(id);
    await trial.owner`update platform.tenants set name = 'Renamed' where id = ${trial.acme.id}`;
    await trial.owner`update platform.jobs set run_at = now() where id = ${id}`;
    trial.worker.wake();
    await until(async () => Boolean((await trial.stateOf(id))?.done));
    expect(names).toEqual(['acme ACME', 'acme Renamed']);
  });
  test('a deleted tenant’s goes to the dead letters; a suspended one’s is the handler’s to decide', async () => {
    await trial.owner`update platform.tenants set status = 'deleted' where id = ${trial.acme.id}`;
    await trial.owner`update platform.tenants set status = 'suspended' where id = ${trial.globex.id}`;
    const [gone, paused] = [await trial.add(trial.acme.id), await trial.add(trial.globex.id)];
    const seen: string[] = [];
    trial.start(async ({ tenant }) => void seen.push(`${tenant.slug} ${tenant.status}`));
    await Promise.all([gone, paused].map(trial.settled));
    expect(seen).toEqual(['globex suspended']);
    expect(await trial.stateOf(gone)).toMatchObject({
      dead: true,
      reason: `The tenant ${trial.acme.id} is gone.`,
    });
  });
});

describe('an event', () => {
  test('wakes the worker, becomes a job and is sealed; the request it came from goes along', async () => {
    const seen: string[] = [];
    trial.start(async (ctx, { event }) => void seen.push(`${event?.type} ${ctx.requestId}`));
    await until(() => trial.worker.age() !== null);
    await until(async () => {
      // LISTEN is there when a second call is heard within the poll of a minute.
      await trial.owner`insert into platform.events (tenant_id, type, request_id) values (${trial.globex.id}, 'note.made', 'r-1')`;
      return seen.length > 0;
    });
    expect(seen[0]).toBe('note.made r-1');
    await until(async () => {
      const [row] =
        await trial.owner`select count(*)::int as n from platform.audit_log where tenant_id = ${trial.globex.id}`;
      return row?.n > 0;
    });
  });
});
