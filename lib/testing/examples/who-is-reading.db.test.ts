import { afterAll, beforeAll, expect } from 'vitest';
import { endConnection } from '../../realtime/consumer/end-connection';
import { receive } from '../../realtime/consumer/receive';
import { roomConsumer } from '../../realtime/rooms/room-consumer';
import { type RealtimeTrial, startRealtimeTrial } from '../realtime-trial';
import { enterAs } from '../tenant-test/enter-as';
import { tenantTest } from '../tenant-test/tenant-test';

const test = tenantTest({ rows: async () => {} });
const consumers = [roomConsumer];
const room = 'article:hello-world';

let trial: RealtimeTrial;
beforeAll(async () => {
  trial = await startRealtimeTrial();
});
afterAll(() => trial.close());

const namesIn = (messages: { data: unknown }[]) =>
  messages.flatMap(({ data }) =>
    (data as { people: { name: string }[] }).people.map(({ name }) => name),
  );

test('readers see each other, once each, until their last page is closed; other tenants never', async ({
  asMember,
  asEditor,
  world,
  other,
}) => {
  const join = (ctx: typeof asMember, socket_id: string) =>
    receive(
      ctx,
      { op: 'room.join', data: { room, meta: { name: 'Forged' } }, socket_id },
      consumers,
    );
  expect(namesIn(await join(asMember, '2.1'))).toEqual([asMember.viewer.name]);
  await join(asMember, '2.2');
  const both = [asMember.viewer.name, asEditor.viewer.name];
  expect(namesIn(await join(asEditor, '2.3'))).toEqual(both);
  const abroad = await enterAs(other.people.owner, other.id, world.client);
  expect(namesIn(await join(abroad, '2.4'))).toEqual([abroad.viewer.name]);

  const list = { op: 'room.list', data: { room }, socket_id: '2.3' };
  await endConnection('2.1', consumers, world.client);
  expect(namesIn(await receive(asEditor, list, consumers))).toEqual(both);
  await endConnection('2.2', consumers, world.client);
  expect(namesIn(await receive(asEditor, list, consumers))).toEqual([asEditor.viewer.name]);
  expect(await endConnection('2.2', consumers, world.client), 'told twice').toBe(0);
});

test('who may not enter the admin is in none of its rooms', async ({ asMember, asStranger }) => {
  const ask = (ctx: typeof asMember, name: string) =>
    receive(ctx, { op: 'room.join', data: { room: name }, socket_id: '3.1' }, consumers);
  const refused = [{ op: 'error', data: { code: 'forbidden' } }];
  expect(await ask(asMember, 'admin:all')).toMatchObject(refused);
  expect(await ask(asStranger, room)).toMatchObject(refused);
});
