import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WrongTenant } from '../errors';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { startTcpProxy } from '../testing/tcp-proxy';
import { type AppClient, createAppClient } from './client';
import { openOwnerClient } from './owner-client';
import { tags } from './schema/tenant';
import { withTenant } from './with-tenant';
import { writeTogether } from './write-together';

let database: TestDatabase;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  client = createAppClient(database.appUrl, { max: 2 });
  const owner = openOwnerClient(database.ownerUrl);
  acme = await makeTenant(owner, 'acme');
  globex = await makeTenant(owner, 'globex');
  await owner.end();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const named = (tenant: MadeTenant, name: string) =>
  withTenant(tenant.id, (tx) => tx.select().from(tags).where(eq(tags.name, name)), { client });

test('all rows are there afterwards, for their own tenant alone', async () => {
  await writeTogether(
    acme.id,
    (tx) => [
      tx.insert(tags).values({ slug: 'one', name: 'Both' }),
      tx.insert(tags).values({ slug: 'two', name: 'Both' }),
    ],
    { client },
  );
  expect(await named(acme, 'Both')).toHaveLength(2);
  expect(await named(globex, 'Both')).toHaveLength(0);
});

test('one that fails takes the others with it, and its error is told', async () => {
  const write = writeTogether(
    acme.id,
    (tx) => [
      tx.insert(tags).values({ slug: 'three', name: 'Neither' }),
      tx.insert(tags).values({ slug: 'one', name: 'Neither' }),
    ],
    { client },
  );
  await expect(write).rejects.toMatchObject({ cause: { code: '23505' } });
  expect(await named(acme, 'Neither')).toHaveLength(0);
});

test('a row of another tenant is refused before anything is sent', async () => {
  const write = writeTogether(
    acme.id,
    (tx) => [tx.insert(tags).values({ slug: 'four', name: 'Stolen', tenantId: globex.id })],
    { client },
  );
  await expect(write).rejects.toThrow(WrongTenant);
  expect(await named(globex, 'Stolen')).toHaveLength(0);
});

test('inside a writing scope it joins in, and goes with it when that is undone', async () => {
  const outer = withTenant(
    acme.id,
    async (tx) => {
      await tx.insert(tags).values({ slug: 'five', name: 'Undone' });
      await writeTogether(acme.id, (own) => [
        own.insert(tags).values({ slug: 'six', name: 'Undone' }),
      ]);
      throw new Error('changed my mind');
    },
    { client, write: true },
  );
  await expect(outer).rejects.toThrow('changed my mind');
  expect(await named(acme, 'Undone')).toHaveLength(0);
});

test('it waits for the server once, where a scope waits for each query and the COMMIT', async () => {
  const proxy = await startTcpProxy(database.appUrl);
  const far = createAppClient(proxy.url, { max: 1 });
  const write = (n: number) =>
    writeTogether(
      acme.id,
      (tx) => [
        tx.insert(tags).values({ slug: `far-${n}`, name: 'Far' }),
        tx.insert(tags).values({ slug: `farther-${n}`, name: 'Far' }),
      ],
      { client: far },
    );
  await write(1);
  await write(2);
  const before = proxy.flights();
  await write(3);
  expect(proxy.flights() - before).toBe(1);
  await far.end();
  await proxy.close();
});
