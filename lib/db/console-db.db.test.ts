import { AsyncResource } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { startTcpProxy } from '../testing/tcp-proxy';
import { createAppClient } from './client';
import { consoleDb } from './console-db';
import { MixedScopes } from './mixed-scopes';
import { memberships, tenants, users } from './schema/platform';
import { authors } from './schema/tenant';
import { withTenant } from './with-tenant';

let trial: ConsoleTrial;
beforeAll(async () => {
  trial = await consoleTrial();
});
afterAll(() => trial.end());

describe('the scope', () => {
  test.each([true, false])('leaves nothing on its connection, prepared %s', async (prepare) => {
    const own = createAppClient(trial.database.appUrl, { max: 1, prepare });
    const db = consoleDb(await trial.openSession(trial.root), own);
    const count = async () => {
      const [row] = await own.query(
        (sql) => sql`select count(*)::int as n, current_user as role,
          current_setting('app.console_session', true) as session from platform.tenants`,
      );
      return row;
    };
    expect(await db.read((tx) => tx.select().from(tenants))).toHaveLength(2);
    expect(await count()).toEqual({ n: 0, role: 'tenantry_app', session: '' });
    await db.write((tx) => tx.select().from(memberships));
    expect(await count()).toEqual({ n: 0, role: 'tenantry_app', session: '' });
    await db.write((tx) => tx.select({ hash: users.passwordHash }).from(users)).catch(() => {});
    expect(await count()).toEqual({ n: 0, role: 'tenantry_app', session: '' });
    await own.end();
  });
  test('costs a reader one round trip', async () => {
    const proxy = await startTcpProxy(trial.database.appUrl);
    const own = createAppClient(proxy.url, { max: 1 });
    const db = consoleDb(await trial.openSession(trial.root), own);
    const read = () => db.read((tx) => tx.select({ slug: tenants.slug }).from(tenants));
    for (let warm = 0; warm < 3; warm += 1) await read();
    // The last reader's COMMIT comes back on its own.
    await own.query((sql) => sql`select 1`);
    const before = proxy.flights();
    await read();
    expect(proxy.flights() - before).toBe(1);
    await own.end();
    await proxy.close();
  });
  test('and that of a tenant are never opened inside each other', async () => {
    const db = consoleDb(await trial.openSession(trial.root), trial.client);
    const inside = withTenant(trial.acme.id, () => db.read(async () => 1), {
      client: trial.client,
    });
    await expect(inside).rejects.toThrow(MixedScopes);
    const outside = db.read(() =>
      withTenant(trial.acme.id, async () => 1, { client: trial.client }),
    );
    await expect(outside).rejects.toThrow(MixedScopes);
    const other = consoleDb(await trial.openSession(trial.root), trial.client);
    await expect(db.read(() => other.read(async () => 1))).rejects.toThrow(MixedScopes);
  });
});

test('a scope of the same session joins the one it is in', async () => {
  const db = consoleDb(await trial.openSession(trial.root), trial.client);
  const list = () => db.read((tx) => tx.select({ slug: tenants.slug }).from(tenants));
  expect(await db.read(list)).toHaveLength(2);
  expect(await db.write(list)).toHaveLength(2);
  await expect(db.read(() => db.write(async () => 1))).rejects.toThrow('read-only');
});

describe('going on as a tenant', () => {
  test('sees and writes that tenant’s rows alone, and comes back', async () => {
    const db = consoleDb(await trial.openSession(trial.root), trial.client);
    const seen = await db.write(async (tx) => {
      const inside = await tx.inTenant(trial.acme.id, async (own) => {
        await own.insert(authors).values({ slug: 'second', name: 'Second' });
        const joined = await withTenant(trial.acme.id, (again) => again.select().from(tenants), {
          client: trial.client,
        });
        return { authors: await own.select().from(authors), tenants: joined };
      });
      const after = await tx.select({ slug: tenants.slug }).from(tenants);
      return { inside, after };
    });
    expect(seen.inside.authors.map(({ tenantId }) => tenantId)).toEqual([
      trial.acme.id,
      trial.acme.id,
    ]);
    expect(seen.inside.tenants.map(({ slug }) => slug)).toEqual(['acme']);
    expect(seen.after).toHaveLength(2);
  });
  test('reaches no other tenant, and is over when the scope is', async () => {
    const db = consoleDb(await trial.openSession(trial.root), trial.client);
    const crossed = db.write((tx) =>
      tx.inTenant(trial.acme.id, () =>
        withTenant(trial.globex.id, async () => 1, { client: trial.client }),
      ),
    );
    await expect(crossed).rejects.toThrow(trial.globex.id);
    let late: (() => Promise<unknown>) | undefined;
    await db.write((tx) =>
      tx.inTenant(trial.acme.id, async (own) => {
        late = AsyncResource.bind(async () => await own.select().from(authors));
      }),
    );
    const error = (await late?.().catch((thrown) => thrown)) as Error;
    expect(String(error.cause)).toContain('after its tenant scope had ended');
  });
});

test('the question is asked once for a statement, not once for every row', async () => {
  await trial.owner`
    insert into platform.tenants (slug, name, owner_id)
    select 'many-' || n, 'Many', ${trial.root} from generate_series(1, 500) n`;
  const sessionId = await trial.openSession(trial.root);
  await trial.client.query((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('role', 'tenantry_console', true)`;
      await tx`select set_config('app.console_session', ${sessionId}, true)`;
      const lines = await tx.unsafe(
        'explain (analyze, verbose, timing off) select slug from platform.tenants',
      );
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).toMatch(
        /InitPlan 1[^\n]*\n\s+->\s+Result\s+\(.*loops=1\)\n\s+Output: platform\.is_console\(\)/,
      );
      expect(plan.match(/is_console/g)).toHaveLength(1);
      expect(plan).toMatch(/rows=502/);
    }),
  );
});
