import { afterAll, beforeAll, expect } from 'vitest';
import { authorizeChannels } from '../../realtime/authorize-channels';
import { connectOp, receive } from '../../realtime/consumer/receive';
import { type RealtimeTrial, startRealtimeTrial } from '../realtime-trial';
import { tenantTest } from '../tenant-test/tenant-test';
import { todoList } from './todo-list';

const test = tenantTest({ rows: async () => {} });
const consumers = [todoList];

let trial: RealtimeTrial;
beforeAll(async () => {
  trial = await startRealtimeTrial();
});
afterAll(() => trial.close());

test('what one adds the other sees at once, who comes later sees all, and no other tenant', async ({
  asMember,
  asEditor,
  world,
  other,
}) => {
  const page = trial.connect(async (socketId, name) => {
    return (await authorizeChannels(asEditor, socketId, [name]))[name] ?? null;
  });
  const channel = page.subscribe(`private-org-${asEditor.tenant.id}`);
  await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve));
  const seen = new Promise((resolve) => channel.bind('todo.added', resolve));
  const socket_id = '1.1';
  const entry = { number: 1, text: 'Weigh the anvil', by: asMember.viewer.name };
  const message = { op: 'todo.add', data: { text: ' Weigh the anvil ' }, socket_id };
  expect(await receive(asMember, message, consumers)).toEqual([{ op: 'todo.added', data: entry }]);
  expect(await seen).toEqual(entry);

  const coming = { op: connectOp, socket_id: '1.2' };
  const { enterAs } = await import('../tenant-test/enter-as');
  const late = await enterAs(
    { ...asMember.viewer, id: asMember.viewer.userId },
    asMember.tenant.id,
    world.client,
  );
  expect(await receive(late, coming, consumers)).toEqual([{ op: 'todo.all', data: [entry] }]);
  const abroad = await enterAs(other.people.owner, other.id, world.client);
  expect(await receive(abroad, coming, consumers)).toEqual([{ op: 'todo.all', data: [] }]);

  const faults = await receive(asMember, { ...message, data: { text: ' ' } }, consumers);
  expect(faults).toMatchObject([{ op: 'error', data: { code: 'bad_input', op: 'todo.add' } }]);
});
