import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAppClient } from '../db/client';
import { consoleDb } from '../db/console-db';
import { mostSelected } from '../resources/change-many';
import { readListQuery } from '../resources/list-query';
import type { ResourceContext } from '../resources/resource-context';
import { runAction } from '../resources/run-action';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { tenantsResource } from './resources/tenants';
import { usersResource } from './resources/users';

const nobody = '99999999-9999-4999-8999-999999999999';

let trial: ConsoleTrial;
let ctx: ResourceContext;
beforeAll(async () => {
  trial = await consoleTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`update platform.tenants set status = 'active', suspended_at = null`;
  await trial.owner`update platform.users set is_active = true where password_hash is not null or email like '%.test' or email like '%.com'`;
  await trial.owner`delete from platform.events`;
  ctx = await contextOf(trial.root);
});

async function contextOf(userId: string, client = trial.client): Promise<ResourceContext> {
  const session = await trial.openSession(userId);
  const actor = { id: userId, name: 'Root' };
  return { tenant: null, db: consoleDb(session, client), actor, requestId: 'r1', can: () => true };
}

const events = () => trial.owner`
  select type, tenant_id, subject_id, actor_id, request_id, payload, cache_tags
  from platform.events order by subject_id`;
const statuses = async () => {
  const rows =
    await trial.owner`select slug, status, suspended_at is null as open from platform.tenants`;
  return Object.fromEntries(rows.map(({ slug, status, open }) => [slug, [status, open]]));
};

describe('tenants', () => {
  const suspend = (ids: string[]) => runAction(ctx, tenantsResource, 'suspend', { ids });

  test('are suspended together, each with an event of its own', async () => {
    const ids = [trial.acme.id, trial.globex.id];
    const result = await suspend(ids);
    expect(result).toMatchObject({ left: [], capped: false });
    expect(result.done.map(({ id }) => id)).toEqual(ids);
    expect(await statuses()).toEqual({ acme: ['suspended', false], globex: ['suspended', false] });
    const told = await events();
    expect(told.map(({ tenant_id }) => tenant_id)).toEqual(ids.toSorted());
    expect(told[0]).toMatchObject({
      type: 'tenant.deactivated',
      actor_id: trial.root,
      request_id: 'r1',
      payload: { resource: 'tenants', changes: { status: ['active', 'suspended'] } },
      cache_tags: [`t:${told[0]?.tenant_id}`, 'platform:demo-tenants'],
    });
  });

  test('that cannot be are left out, each with its reason, and the others are done', async () => {
    await suspend([trial.acme.id]);
    await trial.owner`delete from platform.events`;
    const result = await suspend([trial.acme.id, nobody, 'no-id', trial.globex.id]);
    expect(result.done.map(({ id }) => id)).toEqual([trial.globex.id]);
    expect(result.left).toEqual([
      { id: trial.acme.id, label: 'ACME', why: 'It is suspended already.' },
      { id: nobody, label: nobody, why: 'There is no such tenant.' },
      { id: 'no-id', label: 'no-id', why: 'There is no such tenant.' },
    ]);
    expect(await events()).toHaveLength(1);
    await trial.owner`update platform.tenants set status = 'deleted' where id = ${trial.acme.id}`;
    const back = await runAction(ctx, tenantsResource, 'activate', { ids: [trial.acme.id] });
    expect(back.left.map(({ why }) => why)).toEqual(['It was deleted.']);
  });

  test('are all that a list finds, and come back the same way', async () => {
    const query = readListQuery(tenantsResource, { q: 'glob' });
    expect((await runAction(ctx, tenantsResource, 'suspend', { query })).done).toHaveLength(1);
    expect(await statuses()).toEqual({ acme: ['active', true], globex: ['suspended', false] });
    const all = readListQuery(tenantsResource, {});
    const back = await runAction(ctx, tenantsResource, 'activate', { query: all });
    expect(back.done).toHaveLength(1);
    expect(back.left).toHaveLength(1);
    expect(await statuses()).toEqual({ acme: ['active', true], globex: ['active', true] });
  });

  test('are at most as many as one run takes', async () => {
    await trial.owner`
      insert into platform.tenants (slug, name, owner_id)
      select 'many-' || n, 'Many', ${trial.root} from generate_series(1, ${mostSelected}) n`;
    const query = readListQuery(tenantsResource, {});
    const result = await runAction(ctx, tenantsResource, 'suspend', { query });
    expect(result.capped).toBe(true);
    expect(result.done).toHaveLength(mostSelected);
    const [row] = await trial.owner`
      select count(*)::int as n from platform.events where type = 'tenant.deactivated'`;
    expect(row?.n).toBe(mostSelected);
    await trial.owner`delete from platform.tenants where slug like 'many-%'`;
  });

  test('are nobody’s to suspend without the right, or in a tenant', async () => {
    const asked = (changed: Partial<ResourceContext>) =>
      runAction({ ...ctx, ...changed }, tenantsResource, 'suspend', { ids: [trial.acme.id] });
    await expect(asked({ can: () => false })).rejects.toMatchObject({ code: 'forbidden' });
    const tenant = { id: trial.acme.id } as ResourceContext['tenant'];
    await expect(asked({ tenant })).rejects.toMatchObject({ code: 'not_found' });
    const other = await contextOf(await trial.addPerson('mallory', false));
    const vain = await runAction(other, tenantsResource, 'suspend', { ids: [trial.acme.id] });
    expect(vain.left).toMatchObject([{ why: 'There is no such tenant.' }]);
    expect(await statuses()).toMatchObject({ acme: ['active', true] });
  });
});

describe('people', () => {
  const act = (name: string, ids: string[], by = ctx) =>
    runAction(by, usersResource, name, { ids });

  test('the platform’s system user is nobody, and never can sign in', async () => {
    const system = '00000000-0000-4000-8000-000000000000';
    const one = await trial.addPerson('back', false, false);
    const result = await act('reactivate', [system, one]);
    expect(result.done.map(({ id }) => id)).toEqual([one]);
  });

  test('are deactivated together: their sessions end, for good', async () => {
    const [one, two] = [await trial.addPerson('one', false), await trial.addPerson('two', true)];
    const sessions = [
      await trial.openSession(one, { tenant_id: trial.acme.id }),
      await trial.openSession(one, { tenant_id: trial.acme.id, kind: 'api' }),
      await trial.openSession(two),
    ];
    const lives = async () => {
      const found = await Promise.all(
        sessions.map((id, at) =>
          trial.client.query(
            (sql) =>
              sql`select 1 from platform.check_session(${id}, ${at < 2 ? trial.acme.id : null})`,
          ),
        ),
      );
      return found.map((rows) => rows.length);
    };
    expect(await lives()).toEqual([1, 1, 1]);
    expect((await act('deactivate', [one, two])).done).toHaveLength(2);
    expect(await lives()).toEqual([0, 0, 0]);
    expect(await events()).toMatchObject(
      [one, two].toSorted().map((id) => ({
        type: 'user.deactivated',
        tenant_id: null,
        subject_id: id,
        actor_id: trial.root,
        payload: { changes: { isActive: [true, false] } },
      })),
    );
    expect((await act('reactivate', [one, two])).done).toHaveLength(2);
    expect(await lives(), 'an old cookie stays dead').toEqual([0, 0, 0]);
  });

  test('are left out where it makes no sense, and never oneself', async () => {
    const gone = await trial.addPerson('gone', false, false);
    const result = await act('deactivate', [gone, trial.root, nobody]);
    expect(result.done).toEqual([]);
    expect(result.left.map(({ why }) => why)).toEqual([
      'They cannot sign in already.',
      'It is you. Another superuser can do it.',
      'There is no such person.',
    ]);
    expect((await act('reactivate', [trial.root])).left).toMatchObject([
      { why: 'They can sign in already.' },
    ]);
    expect(await events()).toEqual([]);
  });

  test('two superusers who deactivate each other leave one', async () => {
    const second = await trial.addPerson('second', true);
    await trial.owner`update platform.users set is_superuser = false
      where is_superuser and id not in (${trial.root}, ${second})`;
    const client = createAppClient(trial.database.appUrl, { max: 1 });
    const theirs = await contextOf(second, client);
    const results = await Promise.allSettled([
      act('deactivate', [second]),
      act('deactivate', [trial.root], theirs),
    ]);
    const done = results.map((one) => (one.status === 'fulfilled' ? one.value.done.length : 0));
    expect(done.toSorted()).toEqual([0, 1]);
    const [row] = await trial.owner`
      select count(*)::int as n from platform.users where is_superuser and is_active`;
    expect(row?.n).toBe(1);
    await client.end();
  });

  test('the last superuser stays one, whoever asks the database', async () => {
    const demoted = trial.owner`update platform.users set is_superuser = false`;
    await expect(demoted).rejects.toThrow('No superuser would be left.');
    const gone = trial.owner`update platform.users set is_active = false`;
    await expect(gone).rejects.toThrow('No superuser would be left.');
  });
});
