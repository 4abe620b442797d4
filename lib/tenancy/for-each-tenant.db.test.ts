import { afterEach, describe, expect, test } from 'vitest';
import { tags } from '../db/schema/tenant';
import { NoPlatformRun } from '../errors';
import { prepareTenants } from '../testing/prepare-tenants';
import { current } from './context';
import { type ForEachOptions, type ForEachSummary, forEachTenant } from './for-each-tenant';
import { runAsPlatform } from './run-as-platform';

const world = prepareTenants(['acme', 'globex', 'initech', 'umbrella']);
afterEach(() => world.owner`update platform.tenants set status = 'active'`);

const forEach = (
  fn: Parameters<typeof forEachTenant>[0],
  options: ForEachOptions = {},
): Promise<ForEachSummary> =>
  runAsPlatform('a test', () => forEachTenant(fn, { client: world.client, ...options }));

describe('forEachTenant', () => {
  test('visits every living tenant once, each with its own rows, never more at once', async () => {
    await world.owner`update platform.tenants set status = 'suspended' where slug = 'globex'`;
    await world.owner`update platform.tenants set status = 'deleted' where slug = 'umbrella'`;
    let [running, most] = [0, 0];
    const seen: string[] = [];
    const summary = await forEach(
      async ({ db, tenant }) => {
        most = Math.max(most, ++running);
        const [tag] = await db.read((tx) => tx.select().from(tags));
        expect([tag?.name, current().tenant.slug]).toEqual([tenant.slug, tenant.slug]);
        seen.push(tenant.slug);
        running -= 1;
      },
      { concurrency: 2 },
    );
    expect(seen.sort()).toEqual(['acme', 'globex', 'initech']);
    expect(summary).toEqual({ done: 3, gone: 0, failed: [], stopped: null });
    expect(most).toBeLessThanOrEqual(2);
    const active: string[] = [];
    await forEach(({ tenant }) => active.push(tenant.slug), { activeOnly: true });
    expect(active.sort()).toEqual(['acme', 'initech']);
  });
  test('tells who failed and goes on, or begins nobody else when asked', async () => {
    const fail = ({ tenant }: { tenant: { slug: string } }) => {
      if (tenant.slug !== 'acme') throw new Error(tenant.slug);
    };
    const all = await forEach(fail);
    expect(all).toMatchObject({ done: 1, stopped: null });
    expect(all.failed.map(({ slug, error }) => [slug, (error as Error).message]).sort()).toEqual(
      ['globex', 'initech', 'umbrella'].map((slug) => [slug, slug]),
    );
    const some = await forEach(() => Promise.reject(new Error('no')), {
      concurrency: 1,
      stopOnFailure: true,
    });
    expect(some).toMatchObject({ done: 0, stopped: 'failure' });
    expect(some.failed).toHaveLength(1);
  });
  test('an aborted signal lets what runs end, and begins nobody else', async () => {
    const stopping = new AbortController();
    const summary = await forEach(() => stopping.abort(), {
      concurrency: 1,
      signal: stopping.signal,
    });
    expect(summary).toEqual({ done: 1, gone: 0, failed: [], stopped: 'signal' });
  });
  test('a tenant deleted meanwhile is passed over', async () => {
    const summary = await forEach(
      async () => {
        await world.owner`update platform.tenants set status = 'deleted'`;
      },
      { concurrency: 1 },
    );
    expect(summary).toEqual({ done: 1, gone: 3, failed: [], stopped: null });
  });
  test('reads the list in pages', async () => {
    await world.owner`
      insert into platform.tenants (slug, name, owner_id, metadata)
      select 'many-' || n, 'Many', (select owner_id from platform.tenants limit 1), '{"many": true}'
      from generate_series(1, 401) n`;
    const seen = new Set<string>();
    const summary = await forEach(({ tenant }) => seen.add(tenant.id), { concurrency: 3 });
    await world.owner`delete from platform.tenants where metadata @> '{"many": true}'`;
    expect([summary.done, seen.size]).toEqual([405, 405]);
  });
  test('outside runAsPlatform it does nothing', async () => {
    const alone = forEachTenant(() => expect.fail('it ran'));
    await expect(alone).rejects.toThrow(NoPlatformRun);
  });
});
