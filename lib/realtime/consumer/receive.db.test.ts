import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../errors';
import { type RealtimeTrial, startRealtimeTrial } from '../../testing/realtime-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { authorizeChannels } from '../authorize-channels';
import type { Consumer, Received } from './consumer';
import { defineConsumer } from './define-consumer';
import { endConnection } from './end-connection';
import { clientMessage } from './multiplexer';
import { operation } from './operation';
import { connectOp, receive } from './receive';
import { withChannel } from './with-channel';

const test = tenantTest({ rows: async () => {} });
const socket_id = '9.1';

let trial: RealtimeTrial;
beforeAll(async () => {
  trial = await startRealtimeTrial();
});
afterAll(() => trial.close());

/** Says back who sent what. */
async function echo({ ctx, user, op, forOrg, data, multiplexer }: Received): Promise<void> {
  const { socketId, httpSession, params, tenant } = ctx;
  const said = { user: user.userId, op, forOrg, data, socketId, session: httpSession.id };
  await multiplexer.send('echo', { ...said, params, tenant: tenant.id });
}
const forms: [string, Consumer][] = [
  ['the object form', defineConsumer({ onReceive: echo })],
  ['the function', withChannel(echo)],
  ['a declared operation', defineConsumer({ ops: { 'thing.do': operation(z.unknown(), echo) } })],
];

test.for(forms)(
  '%s gets who, what, for whom and from where',
  async ([, consumer], { asMember }) => {
    const message = { op: 'thing.do', for: asMember.tenant.slug, data: { n: 1 }, socket_id };
    const { userId, sessionId } = asMember.viewer;
    const { id } = asMember.tenant;
    expect(await receive(asMember, message, [consumer], { place: 'here' })).toEqual([
      {
        op: 'echo',
        data: {
          ...{ user: userId, op: 'thing.do', forOrg: id, data: { n: 1 }, socketId: socket_id },
          ...{ session: sessionId, params: { place: 'here' }, tenant: id },
        },
      },
    ]);
  },
);

describe('what is wrong is answered, and nothing else happens', () => {
  const run = vi.fn();
  const consumers = [
    defineConsumer({ ops: { 'thing.do': operation(z.object({ n: z.int() }), run) } }),
  ];
  test.for([
    ['no JSON object', null, 'bad_input'],
    ['a list', [], 'bad_input'],
    ['no operation', { data: {}, socket_id }, 'bad_input'],
    ['a name that is none', { op: '__proto__', socket_id }, 'bad_input'],
    ['no connection', { op: 'thing.do', data: { n: 1 } }, 'bad_input'],
    ['another connection’s shape', { op: 'thing.do', data: { n: 1 }, socket_id: 'x' }, 'bad_input'],
    ['an unknown operation', { op: 'thing.undo', socket_id }, 'not_found'],
    ['an inherited one', { op: 'constructor', socket_id }, 'not_found'],
    ['data that does not fit', { op: 'thing.do', data: { n: 'x' }, socket_id }, 'bad_input'],
    ['another tenant', { op: 'thing.do', for: 'somebody', data: { n: 1 }, socket_id }, 'forbidden'],
  ] as const)('%s', async ([, body, code], { asMember }) => {
    const messages = await receive(asMember, body, consumers);
    expect(messages).toMatchObject([{ op: 'error', data: { code } }]);
    expect(run).not.toHaveBeenCalled();
  });

  test('somebody who is no member', async ({ asStranger }) => {
    const message = { op: 'thing.do', data: { n: 1 }, socket_id };
    const messages = await receive(asStranger, message, consumers);
    expect(messages).toMatchObject([{ op: 'error', data: { code: 'forbidden' } }]);
    expect(run).not.toHaveBeenCalled();
  });

  test('what a consumer throws: its words for an expected one, none for any other', async ({
    asMember,
  }) => {
    const thrown = (error: Error) =>
      withChannel(async ({ multiplexer }) => {
        await multiplexer.send('before', null);
        throw error;
      });
    const say = (error: Error) => receive(asMember, { op: 'x', socket_id }, [thrown(error)]);
    expect(await say(new AppError('conflict', 'Somebody was faster.'))).toMatchObject([
      { op: 'before' },
      { op: 'error', data: { code: 'conflict', message: 'Somebody was faster.' } },
    ]);
    const [, hidden] = await say(new Error('secret of the database'));
    expect(JSON.stringify(hidden)).not.toContain('secret');
    expect(hidden).toMatchObject({ op: 'error', data: { code: 'internal' } });
  });
});

test('what is sent after the answer reaches the connection by its own channel', async ({
  asMember,
}) => {
  const client = trial.connect(async (socketId, name) => {
    return (await authorizeChannels(asMember, socketId, [name]))[name] ?? null;
  });
  await new Promise((resolve) => client.connection.bind('connected', resolve));
  const socketId = client.connection.socket_id;
  const channel = client.subscribe(`private-conn-${socketId}`);
  await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve));
  const heard = new Promise((resolve) => channel.bind(clientMessage, resolve));
  let later: (() => Promise<void>) | undefined;
  const consumer = withChannel(({ multiplexer }) => {
    later = () => multiplexer.send('later', 1);
  });
  expect(await receive(asMember, { op: 'x', socket_id: socketId }, [consumer])).toEqual([]);
  await later?.();
  expect(await heard).toEqual({ op: 'later', data: 1 });
});

test('what a connection keeps is its own, lives from message to message, and ends with it', async ({
  world,
  asMember,
  asEditor,
}) => {
  const ended: unknown[] = [];
  const consumer = defineConsumer({
    onReceive: async ({ ctx, data, multiplexer }) => {
      const before = await ctx.channelSession.get('said');
      await ctx.channelSession.set('said', data);
      await multiplexer.send('before', before ?? null);
    },
    onDisconnect: (ctx) => void ended.push(ctx),
  });
  const say = (ctx: typeof asMember, data: unknown, at = socket_id) =>
    receive(ctx, { op: 'x', data, socket_id: at }, [consumer]);
  expect(await say(asMember, 1)).toEqual([{ op: 'before', data: null }]);
  expect(await say(asMember, 2)).toEqual([{ op: 'before', data: 1 }]);
  expect(await say(asMember, 3, '9.2')).toEqual([{ op: 'before', data: null }]);
  // Whoever names somebody else's connection finds nothing, and changes nothing.
  await say(asEditor, 'foreign');
  expect(await say(asMember, 4)).toEqual([{ op: 'before', data: 2 }]);
  await endConnection(socket_id, [consumer], world.client);
  expect(ended).toEqual([
    {
      socketId: socket_id,
      tenantId: asMember.tenant.id,
      userId: asMember.viewer.userId,
      channelSession: { said: 4 },
    },
  ]);
  expect(await say(asMember, 5)).toEqual([{ op: 'before', data: null }]);
});

test('a page that connects is told to consumers once, and signing out ends what it keeps', async ({
  world,
  tenant,
}) => {
  const ctx = await enterAs(tenant.people.member, tenant.id, world.client);
  const connected = vi.fn();
  const consumers = [defineConsumer({ onConnect: connected })];
  const hello = { op: connectOp, socket_id: '9.9' };
  await receive(ctx, hello, consumers);
  await receive(ctx, hello, consumers);
  expect(connected).toHaveBeenCalledTimes(1);
  const [row] =
    await world.owner`select count(*)::int as n from platform.channel_sessions where socket_id = '9.9'`;
  expect(row?.n).toBe(1);
  await world.owner`delete from platform.sessions where id = ${ctx.viewer.sessionId}`;
  const gone = await world.owner`select from platform.channel_sessions where socket_id = '9.9'`;
  expect(gone).toHaveLength(0);
});
