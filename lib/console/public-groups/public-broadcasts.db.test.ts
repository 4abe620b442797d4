import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tenants } from '../../db/schema/platform';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import { type PublicGroupTrial, publicGroupTrial } from '../../testing/public-group-trial';
import { listPublicBroadcasts } from './list-public-broadcasts';
import { previewPublicBroadcast } from './preview-public-broadcast';
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

test('each is told once, in the site they have been at longest; who has none is counted', async () => {
  expect(await previewPublicBroadcast(ctx, group)).toEqual({ people: 3, reached: 2, tenants: 2 });
  await send();
  await trial.drain();
  expect(await trial.receipts()).toEqual(['ada at acme: Hello', 'both at globex: Hello']);
  expect(await listPublicBroadcasts(ctx, group)).toMatchObject([
    { title: 'Hello', sender: 'root', told: { people: 3, reached: 2 } },
  ]);
  const [left] = await trial.owner`select count(*)::int as n from platform.public_broadcast_people`;
  expect(left?.n, 'nobody keeps who is where').toBe(0);
});

test('whoever begins at a site is told there, if they are active and it serves', async () => {
  const { owner, acme, globex } = trial;
  await owner`update platform.users set default_tenant_id = ${acme.id} where id = ${people.both}`;
  await send(said('One'));
  await trial.drain();
  await owner`
    update platform.memberships set deactivated_at = now()
    where user_id = ${people.both} and tenant_id = ${acme.id}`;
  await send(said('Two'));
  await trial.drain();
  await owner`update platform.tenants set status = 'suspended', suspended_at = now() where id = ${globex.id}`;
  await owner`update platform.memberships set deactivated_at = null`;
  await send(said('Three'));
  await trial.drain();
  const both = (await trial.receipts()).filter((line) => line.startsWith('both'));
  expect(both).toEqual(['both at acme: One', 'both at acme: Three', 'both at globex: Two']);
});

test('a tenant learns of its own people alone, and not who said it', async () => {
  await send();
  await trial.drain();
  const rows = await trial.owner`
    select t.slug, n.sender_id, n.sender_name, n.kind, n.audience, n.recipients
    from notifications n join platform.tenants t on t.id = n.tenant_id order by 1`;
  const common = { sender_id: null, sender_name: 'The platform', kind: 'broadcast', recipients: 1 };
  expect(rows).toEqual([
    { ...common, slug: 'acme', audience: { users: [people.ada] } },
    { ...common, slug: 'globex', audience: { users: [people.both] } },
  ]);
  const events = await trial.owner`
    select t.slug, e.type, e.payload from platform.events e
    left join platform.tenants t on t.id = e.tenant_id order by 1 nulls first`;
  const own = { resource: 'notifications', label: 'Hello', recipients: 1 };
  expect(events).toEqual([
    {
      ...{ slug: null, type: 'public-group.sent' },
      payload: {
        ...{ resource: 'public-groups', label: 'Sailors', title: 'Hello' },
        ...{ people: 3, reached: 2, tenants: 2 },
      },
    },
    { slug: 'acme', type: 'notification.sent', payload: own },
    { slug: 'globex', type: 'notification.sent', payload: own },
  ]);
  const channels = trial.told.take().filter(({ name }) => name === 'notification');
  expect(channels).toHaveLength(2);
});

test('a part is taken by its own tenant alone', async () => {
  const { owner, client, acme, globex } = trial;
  const { id } = await send();
  await client.query((pg) => pg`select platform.place_public_broadcast(${id})`);
  const [row] = await owner`
    select part from platform.public_broadcast_people where tenant_id = ${globex.id}`;
  await owner`delete from platform.jobs`;
  await owner`
    insert into platform.jobs (tenant_id, kind, payload)
    values (${acme.id}, 'public-broadcast.deliver', ${owner.json({ part: row?.part })})`;
  await trial.drain();
  expect(await trial.receipts()).toEqual([]);
  const taken = sql<unknown>`(select to_jsonb(t) from platform.take_public_broadcast(${row?.part}::uuid) t)`;
  const take = ({ id: tenantId }: { id: string }) =>
    runAsTenant(tenantId, ({ db }) => db.write((tx) => tx.select({ taken }).from(tenants)), {
      client,
    });
  expect(await take(acme)).toEqual([{ taken: null }]);
  expect(await take(globex)).toMatchObject([{ taken: { user_ids: [people.both] } }]);
});

test('nothing is sent where nobody would get it, and nothing of a group that is gone', async () => {
  const lonely = await trial.addGroup('Lonely', people.none);
  await expect(sendPublicBroadcast(ctx, lonely, said())).rejects.toMatchObject({
    fields: { body: ['Nobody would get it.'] },
  });
  await expect(sendPublicBroadcast(ctx, randomUUID(), said())).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('nobody but a live superuser’s root session counts or sends, and in their own name alone', async () => {
  for (const by of [
    await trial.contextOf(people.ada),
    await trial.contextOf(trial.root, { tenant_id: trial.acme.id }),
    await trial.contextOf(trial.root, { expires_at: new Date(Date.now() - 1000) }),
  ]) {
    expect(await previewPublicBroadcast(by, group)).toEqual({ people: 0, reached: 0, tenants: 0 });
    await expect(sendPublicBroadcast(by, group, said())).rejects.toBeDefined();
    expect(await listPublicBroadcasts(by, group)).toEqual([]);
  }
  const forged = { ...ctx, actor: { id: people.ada, name: 'Ada' } };
  await expect(sendPublicBroadcast(forged, group, said())).rejects.toMatchObject({
    cause: { code: '42501' },
  });
  await trial.drain();
  expect(await trial.receipts()).toEqual([]);
});
