import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleDb } from '../db/console-db';
import { transferTenant } from '../tenancy/life/transfer-tenant';
import { type RemovalTrial, removalTrial } from '../testing/removal-trial';
import { deleteOwnAccount } from './delete-own-account';

let trial: RemovalTrial;
beforeAll(async () => {
  trial = await removalTrial();
});
afterAll(() => trial.end());

const remove = (session: string, sites: string[] = []) =>
  deleteOwnAccount(session, { sites, erase: false, requestId: 'r1' }, trial.clients).catch(
    (error) => error,
  );

test('the same account twice at once is deleted once', async () => {
  const ada = await trial.addOwner('ada', ['twice'], ['acme']);
  const { id } = await trial.tenantOf('twice');
  const sessions = [await trial.openSession(ada), await trial.openSession(ada)];
  const answers = await Promise.all(sessions.map((session) => remove(session, [id])));
  expect(answers.filter((answer) => answer.id === ada)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'not_signed_in')).toHaveLength(1);
  const told = await trial.owner`
    select type from platform.events where subject_id = ${ada} and type = 'user.deleted'`;
  expect(told).toHaveLength(1);
});

/** Runs both at once, the one in front held by a lock until the other waits behind it. */
async function race(lock: string, key: string, ...runs: (() => Promise<unknown>)[]) {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holding = trial.owner.begin(async (sql) => {
    await sql.unsafe(lock, [key]);
    const answers = Promise.all(runs.map((run) => run()));
    setTimeout(release, 300);
    await held;
    return { answers };
  });
  return (await holding).answers;
}

test('a site that is handed to them at the same moment is never left without a living owner', async () => {
  for (const first of ['users', 'tenants']) {
    const slug = `handed-${first}`;
    await trial.addOwner('giver', [slug]);
    const heir = await trial.addOwner('heir', []);
    const { id } = await trial.tenantOf(slug);
    const { email } = (await trial.userOf(heir)) as { email: string };
    const db = consoleDb(await trial.openSession(trial.root), trial.clients);
    const session = await trial.openSession(heir);
    await race(
      `select 1 from platform.${first} where id = $1 for update`,
      first === 'users' ? heir : id,
      () => remove(session),
      () => transferTenant(db, id, { toEmail: email }).catch((error) => error),
    );
    const { ownerId, status } = await trial.tenantOf(slug);
    expect(status).toBe('active');
    expect((await trial.userOf(ownerId)).is_active).toBe(true);
  }
});

test('a site that they give away at the same moment is not deleted with them', async () => {
  const giver = await trial.addOwner('giver', ['given']);
  const heir = await trial.addOwner('heir', []);
  const { id } = await trial.tenantOf('given');
  const { email } = (await trial.userOf(heir)) as { email: string };
  const db = consoleDb(await trial.openSession(trial.root), trial.clients);
  const session = await trial.openSession(giver);
  const answers = (await race(
    'select 1 from platform.tenants where id = $1 for update',
    id,
    () => transferTenant(db, id, { toEmail: email }).catch((error) => error),
    () => remove(session, [id]),
  )) as [unknown, { id?: string; fields?: object }];
  const site = await trial.tenantOf('given');
  // Whoever came first: it is the heir's and lives, or it went with the giver and was never the heir's.
  if (site.ownerId === heir) {
    expect(site.status).toBe('active');
    expect(answers[1].fields).toHaveProperty('sites');
    expect((await trial.userOf(giver)).is_active).toBe(true);
  } else {
    expect(site.status).toBe('deleted');
    expect(answers[0]).toHaveProperty('code', 'not_found');
  }
});
