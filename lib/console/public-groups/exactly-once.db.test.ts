import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PublicGroupTrial, publicGroupTrial } from '../../testing/public-group-trial';
import { sendPublicBroadcast } from './send-public-broadcast';

let trial: PublicGroupTrial;
let ctx: Awaited<ReturnType<PublicGroupTrial['contextOf']>>;
let people: Record<'ada' | 'both' | 'none', string>;
let group: string;
beforeAll(async () => {
  trial = await publicGroupTrial();
  const { acme, globex } = trial;
  people = {
    ada: await trial.addPerson('ada', false),
    both: await trial.addPerson('both', false),
    none: await trial.addPerson('none', false),
  };
  await trial.join(people.ada, acme.id);
  await trial.join(people.both, globex.id, acme.id);
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.clear();
  group = await trial.addGroup('Sailors', ...Object.values(people));
  ctx = await trial.contextOf(trial.root);
});

const said = (title = 'Hello') => ({ title, body: 'To all.', key: randomUUID() });
const send = (input = said()) => sendPublicBroadcast(ctx, group, input);

test('a form that is sent again and beside itself sends once', async () => {
  const input = said();
  const sent = await Promise.all([1, 2, 3, 4].map(() => send(input)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
  await trial.drain();
  expect(await send(input)).toEqual({ id: sent[0]?.id, isNew: false });
  await trial.drain();
  expect(await trial.receipts()).toHaveLength(2);
  const other = await trial.addGroup('Others', people.ada);
  await expect(sendPublicBroadcast(ctx, other, input)).rejects.toMatchObject({ code: 'conflict' });
});

test('jobs that run again and beside each other tell nobody twice, wherever people begin by then', async () => {
  const { owner, client, acme } = trial;
  const { id } = await send();
  const place = () =>
    client.query((pg) => pg`select platform.place_public_broadcast(${id}) as told`);
  const placed = await Promise.all([place(), place(), place(), place()]);
  expect(placed.map(([row]) => row?.told).filter((told) => told !== null)).toEqual([2]);
  const again = () => owner`
    update platform.jobs set done_at = null, dead_at = null, attempts = 0, run_at = now()`;
  await trial.drain();
  await owner`update platform.users set default_tenant_id = ${acme.id} where id = ${people.both}`;
  for (let round = 0; round < 2; round += 1) {
    await again();
    await trial.drain();
  }
  expect(await trial.receipts()).toEqual(['ada at acme: Hello', 'both at globex: Hello']);
});

test('many jobs for the same people, run beside each other, tell them once', async () => {
  const { owner, client } = trial;
  const { id } = await send();
  await client.query((pg) => pg`select platform.place_public_broadcast(${id})`);
  await owner`
    insert into platform.jobs (tenant_id, kind, payload)
    select tenant_id, kind, payload from platform.jobs, generate_series(1, 5)
    where kind = 'public-broadcast.deliver'`;
  expect((await trial.drain()).done).toBeGreaterThan(12);
  expect(await trial.receipts()).toEqual(['ada at acme: Hello', 'both at globex: Hello']);
});

test('a tenant that is suspended meanwhile tells its people when it is back', async () => {
  const { owner, client, acme } = trial;
  const { id } = await send();
  await client.query((pg) => pg`select platform.place_public_broadcast(${id})`);
  await owner`update platform.tenants set status = 'suspended', suspended_at = now() where id = ${acme.id}`;
  expect(await trial.drain()).toMatchObject({ retry: 1 });
  expect(await trial.receipts()).toEqual(['both at globex: Hello']);
  await owner`update platform.tenants set status = 'active', suspended_at = null`;
  await owner`update platform.jobs set run_at = now() where done_at is null`;
  await trial.drain();
  expect(await trial.receipts()).toEqual(['ada at acme: Hello', 'both at globex: Hello']);
});

test('many people of a tenant are told by several jobs, each once', async () => {
  const { owner, acme } = trial;
  await owner`
    with people as (
      insert into platform.users (email, name) select 'many-' || n || '@many.test', 'One of many'
      from generate_series(1, 1100) n returning id),
    joined as (
      insert into platform.memberships (tenant_id, user_id) select ${acme.id}, id from people)
    insert into platform.public_group_members (group_id, user_id) select ${group}, id from people`;
  await send();
  await trial.drain();
  const [row] = await owner`
    select count(*)::int as receipts, count(distinct user_id)::int as people from notification_receipts`;
  expect(row).toEqual({ receipts: 1102, people: 1102 });
  const parts =
    await owner`select recipients from notifications where tenant_id = ${acme.id} order by 1`;
  expect(parts.map(({ recipients }) => recipients)).toEqual([101, 500, 500]);
  await owner`delete from platform.users where email like '%@many.test'`;
});
