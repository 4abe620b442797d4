import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { openSession } from './open-session';

let world: TwoTenants;
beforeAll(async () => {
  world = await openTwoTenants();
});
afterAll(() => world.close());

test('a session waits for an account that is going, and does not come in behind its end', async () => {
  const [ada] = await world.owner`
    insert into platform.users (email, name, password_hash)
    values ('ada@people.example', 'Ada', 'x') returning id`;
  const session = { userId: ada?.id, realm: null, kind: 'browser', seconds: 60 } as const;
  const device = { userAgent: '', address: '', requestId: '' };
  let opened: Promise<string | null> | undefined;
  await world.owner.begin(async (tx) => {
    await tx`update platform.users set is_active = false where id = ${ada?.id}`;
    opened = openSession({ ...session, ...device }, world.client);
    // It has asked by now: what it waits for is this transaction.
    const waiting = async () => (await tx`select from pg_locks where not granted`).length;
    await expect.poll(waiting).toBeGreaterThan(0);
  });
  expect(await opened).toBeNull();
});
