import { describe, expect, test } from 'vitest';
import { tenants } from '../db/schema/platform';
import { tags } from '../db/schema/tenant';
import { current, findCurrent } from '../tenancy/context';
import { runAsTenant } from '../tenancy/run-as-tenant';
import type { TenantContext } from '../tenancy/tenant';
import { prepareWorkerTrial, until } from '../testing/worker-trial';
import type { Job } from './handler';

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
  test('a deleted tenant’s goes to the dead letters, and nobody runs it', async () => {
    await trial.owner`update platform.tenants set status = 'deleted' where id = ${trial.acme.id}`;
    const ids = [];
    for (const id of [trial.globex.id, trial.acme.id, trial.globex.id])
      ids.push(await trial.add(id));
    const seen: string[] = [];
    trial.start(async ({ tenant }) => void seen.push(tenant.slug), { concurrency: 1 });
    await Promise.all(ids.map(trial.settled));
    expect(seen).toEqual(['globex', 'globex']);
    expect(await trial.stateOf(ids[1] ?? 0)).toMatchObject({
      dead: true,
      reason: `The tenant ${trial.acme.id} is gone.`,
    });
  });
  test('a suspended tenant’s is set aside, and runs once the tenant is back', async () => {
    const suspend = (status: string) =>
      trial.owner`update platform.tenants set status = ${status} where id = ${trial.globex.id}`;
    await suspend('suspended');
    const [id, other] = [await trial.add(trial.globex.id), await trial.add(trial.acme.id)];
    const seen: string[] = [];
    trial.start(async ({ tenant }) => void seen.push(`${tenant.slug} ${tenant.status}`));
    await Promise.all([id, other].map(trial.settled));
    expect(seen).toEqual(['acme active']);
    const state = await trial.stateOf(id);
    expect(state).toMatchObject({ dead: false, reason: 'The tenant globex is suspended.' });
    // The database calls the worker, which would look again in a minute only.
    await suspend('active');
    await until(async () => Boolean((await trial.stateOf(id))?.done));
    expect(seen).toEqual(['acme active', 'globex active']);
  });
  test('unless its handler runs for suspended tenants too', async () => {
    await trial.owner`update platform.tenants set status = 'suspended' where id = ${trial.globex.id}`;
    const id = await trial.add(trial.globex.id);
    const seen: string[] = [];
    const run = async ({ tenant }: TenantContext) => void seen.push(tenant.status);
    trial.start(run, { whileSuspended: true });
    await trial.settled(id);
    expect(seen).toEqual(['suspended']);
  });
});

describe('what a job has bound', () => {
  test('is its own tenant, through failures and retries, and nothing where it has none', async () => {
    const order = [trial.acme.id, trial.globex.id, null, trial.acme.id];
    const ids: number[] = [];
    for (const id of order) ids.push(await trial.add(id));
    const daily = await trial.add(null, 'housekeeping');
    const seen: string[] = [];
    const work = async (ctx: TenantContext, job: Job) => {
      await new Promise((resolve) => setImmediate(resolve));
      expect(current()).toBe(ctx);
      const [own] = await current().db.read((tx) => tx.select().from(tenants));
      seen.push(`${job.attempt} ${own?.slug}`);
      if (job.attempt < 3) throw new Error('not yet');
    };
    const platformWork = async () => {
      seen.push(`- ${findCurrent()?.tenant.slug ?? 'nobody'}`);
    };
    trial.start(work, { concurrency: 1, platformWork });
    const again = async () => {
      await trial.owner`update platform.jobs set run_at = now() where done_at is null`;
      trial.worker.wake();
      const states = await Promise.all([...ids, daily].map(trial.stateOf));
      return states.every((state) => state?.done || state?.dead);
    };
    await until(again);
    const isOfPlatform = (line: string) => line.startsWith('-');
    // The worker plans a day's housekeeping of its own.
    expect(new Set(seen.filter(isOfPlatform))).toEqual(new Set(['- nobody']));
    expect(seen.filter((line) => !isOfPlatform(line)).toSorted()).toEqual([
      ...['1 acme', '1 acme', '1 globex', '2 acme', '2 acme', '2 globex'],
      ...['3 acme', '3 acme', '3 globex'],
    ]);
  });
  test('is not the tenant of the request that woke the worker', async () => {
    const seen: string[] = [];
    trial.start(async ({ tenant }) => void seen.push(`${tenant.slug} ${current().tenant.slug}`));
    await until(() => trial.worker.age() !== null);
    const id = await trial.owner.begin(async (sql) => {
      await sql`alter table platform.jobs disable trigger user`;
      const [row] = await sql`
        insert into platform.jobs (tenant_id, kind) values (${trial.globex.id}, 'note')
        returning id::int`;
      await sql`alter table platform.jobs enable trigger user`;
      return row?.id as number;
    });
    await runAsTenant(trial.acme.id, async ({ db }) => {
      await db.read(async () => trial.worker.wake());
    });
    await trial.settled(id);
    expect(seen).toEqual(['globex globex']);
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
