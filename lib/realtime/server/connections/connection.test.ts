import { expect, test } from 'vitest';
import { channelKindOf } from '../channels/channel-kind-of';
import { joinChannel } from '../channels/join-channel';
import { newRealtime } from '../new-realtime';
import { app } from '../testing/realtime-world';
import { authOf } from '../testing/subscribe-raw';
import { Connection } from './connection';
import type { Link } from './link';

const room = 'presence-room';

test('in a broadcast of which all are too slow, each is ended once and the room is empty', async () => {
  const limits = { presenceMembers: 5000, sendBufferBytes: 10 };
  const realtime = newRealtime({ app, limits });
  const links = Array.from({ length: 5000 }, () => new FakeLink());
  for (const [at, link] of links.entries()) {
    const connection = new Connection(realtime, `${at}.1`, link);
    realtime.connections.set(connection.socketId, connection);
    const channel_data = JSON.stringify({ user_id: at });
    const auth = authOf(`${at}.1:${room}:${channel_data}`);
    const kind = channelKindOf(room);
    if (kind) joinChannel(realtime, connection, kind, { channel: room, auth, channel_data });
  }
  for (const link of links) link.waitingBytes = 11;
  realtime.channels.get(room)?.send(Buffer.from('{}'));
  await Promise.resolve();
  expect(links.map(({ closed }) => closed)).toEqual(links.map(() => [4100]));
  expect(realtime.connections.size).toBe(0);
  expect(realtime.channels.size).toBe(0);
});

test('nothing is sent to a connection that has ended', async () => {
  const realtime = newRealtime({ app });
  const link = new FakeLink();
  const connection = new Connection(realtime, '1.1', link);
  connection.end('idle');
  connection.end('noPong');
  connection.send(Buffer.from('{}'));
  connection.pong(Buffer.alloc(0));
  expect(link).toMatchObject({ closed: [4202], sent: 0 });
});

class FakeLink implements Link {
  waitingBytes = 0;
  sent = 0;
  readonly closed: number[] = [];

  send(): void {
    this.sent += 1;
  }
  ping(): void {}
  pong(): void {
    this.sent += 1;
  }
  close(code: number): void {
    this.closed.push(code);
  }
}
