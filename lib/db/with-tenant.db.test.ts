import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NoTenantBound, WrongTenant } from '../errors';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { type AppClient, createAppClient } from './client';
import { openOwnerClient } from './owner-client';
import { tags } from './schema/tenant';
import { scopedDb } from './scoped-db';
import type { ScopedTx } from './scoped-tx';
import { withTenant } from './with-tenant';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  acme = await makeTenant(owner, 'acme');
  globex = await makeTenant(owner, 'globex');
  for (const { id, slug } of [acme, globex]) {
    await owner`insert into tags (tenant_id, slug, name) values (${id}, 'news', ${slug})`;
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

const read = <T>(tenant: MadeTenant, fn: (tx: ScopedTx) => Promise<T>) =>
  withTenant(tenant.id, fn, { client });
const write = <T>(tenant: MadeTenant, fn: (tx: ScopedTx) => Promise<T>) =>
  withTenant(tenant.id, fn, { client, write: true });
const newTag = (slug: string) => ({ slug, name: slug });
const count = async (slug: string) => {
  const [row] = await owner`select count(*)::int as n from tags where slug = ${slug}`;
  return row?.n;
};
const codeOf = (error: unknown) =>
  ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).message;

test('a scope sees the rows of its own tenant', async () => {
  const seen = await read(acme, (tx) => tx.select({ name: tags.name }).from(tags));
  expect(seen).toEqual([{ name: 'acme' }]);
});

test('a scoped database is bound to one tenant', async () => {
  const db = scopedDb(globex.id, undefined, client);
  await db.write((tx) => tx.insert(tags).values(newTag('scoped')));
  expect(await db.read((tx) => tx.select({ slug: tags.slug }).from(tags))).toHaveLength(2);
  expect(db.tenantId).toBe(globex.id);
});

describe('outside a scope nothing can be read', () => {
  const unbound = { cause: expect.any(NoTenantBound) };
  test('a query kept from a scope throws after its end', async () => {
    const query = await read(acme, async (tx) => ({ later: tx.select().from(tags) }));
    await expect(query.later).rejects.toMatchObject(unbound);
  });
  test('a handle kept from a scope throws as well', async () => {
    const { tx } = await read(acme, async (handle) => ({ tx: handle }));
    await expect(tx.select().from(tags)).rejects.toMatchObject(unbound);
    await expect(tx.insert(tags).values(newTag('late'))).rejects.toMatchObject(unbound);
  });
  test('so does work that was left running in the scope', async () => {
    let left: Promise<unknown> | undefined;
    await read(acme, async (tx) => {
      left = pause(50).then(() => tx.select().from(tags));
      left.catch(() => {});
    });
    const message = expect.stringContaining('after its tenant scope had ended');
    await expect(left).rejects.toMatchObject({ cause: { message } });
  });
  test("a handle used in another tenant's scope finds nothing and writes nothing", async () => {
    const { tx } = await read(acme, async (handle) => ({ tx: handle }));
    expect(await read(globex, async () => await tx.select().from(tags))).toEqual([]);
    const written = write(globex, async () => await tx.insert(tags).values(newTag('mixed')));
    expect(await written.catch(codeOf)).toBe('42501');
  });
  test('an id that is no uuid binds nothing', async () => {
    const ask = withTenant("x' or true", async () => 1, { client });
    await expect(ask).rejects.toThrow('not a uuid');
  });
});

describe('a reading scope', () => {
  test('refuses writes, by PostgreSQL itself', async () => {
    const refused = read(acme, (tx) => tx.insert(tags).values(newTag('x')));
    expect(await refused.catch(codeOf)).toBe('25006');
  });
  test('cannot hold a writing one', async () => {
    const refused = read(acme, () => write(acme, async () => 1));
    await expect(refused).rejects.toThrow('cannot be opened inside');
  });
});

describe('nested scopes', () => {
  test('of the same tenant join the transaction', async () => {
    const undone = write(acme, async (tx) => {
      await tx.insert(tags).values(newTag('nested'));
      const inner = await read(acme, (own) =>
        own.select().from(tags).where(eq(tags.slug, 'nested')),
      );
      expect(inner).toHaveLength(1);
      await write(acme, (own) => own.insert(tags).values(newTag('inner')));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await count('nested')).toBe(0);
    expect(await count('inner')).toBe(0);
  });
  test('of another tenant are refused', async () => {
    await expect(read(acme, () => read(globex, async () => 1))).rejects.toThrow(WrongTenant);
    await expect(write(acme, () => write(globex, async () => 1))).rejects.toThrow(WrongTenant);
  });
  test('do not wait for a second connection', async () => {
    const deep = Array.from({ length: 8 }, () =>
      read(acme, () => read(acme, (tx) => tx.select().from(tags))),
    );
    expect(await Promise.all(deep)).toHaveLength(8);
  });
  test('side by side they may be of different tenants', async () => {
    const names = await Promise.all(
      [acme, globex].map((tenant) => read(tenant, (tx) => tx.select().from(tags).limit(1))),
    );
    expect(names.map(([row]) => row?.tenantId)).toEqual([acme.id, globex.id]);
  });
});

describe('the transaction', () => {
  test('is there once the scope returns', async () => {
    await write(acme, (tx) => tx.insert(tags).values(newTag('kept')));
    expect(await count('kept')).toBe(1);
  });
  test('is rolled back when the work throws', async () => {
    const failed = write(acme, async (tx) => {
      await tx.insert(tags).values(newTag('gone'));
      throw new TypeError('no');
    });
    await expect(failed).rejects.toThrow(TypeError);
    expect(await count('gone')).toBe(0);
  });
  test('does not pretend to be written when an error in it was swallowed', async () => {
    const pretended = write(acme, async (tx) => {
      await tx.insert(tags).values(newTag('half'));
      await tx
        .insert(tags)
        .values(newTag('half'))
        .catch(() => {});
    });
    await expect(pretended).rejects.toThrow('Nothing was written');
    expect(await count('half')).toBe(0);
  });
  test('leaves no tenant behind on its connection', async () => {
    const bound = await client.query(
      (sql) => sql`select current_setting('app.tenant_id', true) as id, count(*)::int from tags`,
    );
    expect(bound).toEqual([{ id: '', count: 0 }]);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
