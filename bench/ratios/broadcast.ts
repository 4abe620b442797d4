import Pusher from 'pusher';
import { WebSocket } from 'ws';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { measurePairs, summarizeRun } from '../measure/measure-pairs';
import type { Criterion } from '../report/ratio-result';
import { type SocketServer, startSocketServer } from '../world/socket-server';

const latency: Criterion = {
  id: 'P6',
  name: 'last socket of a broadcast / the same bytes by bare ws',
  measure: 'milliseconds to the last socket',
  better: 'lower',
  limit: 1.2,
  aim: 1.05,
};
const memory: Criterion = {
  ...latency,
  name: 'memory of a connection / of a bare ws one',
  measure: 'resident bytes a connection',
  limit: 1.5,
  aim: 1.4,
};

const channel = 'news';
const data = JSON.stringify({ id: 'a'.repeat(36), type: 'notification', at: 1_795_000_000 });
/** What our server sends for it, byte for byte. */
const frame = JSON.stringify({ event: 'told', channel, data });
const atOnce = 100;

/**
 * P6: one message to 5,000 sockets, by the embedded server through its signed HTTP API, against a
 * process that sends the same bytes to as many sockets and knows nothing of channels.
 */
export const measureBroadcast: Measurement = async (bench) => {
  const count = bench.quick ? 1000 : 5000;
  const embedded = await connected(bench, 'embedded', count);
  const bare = await connected(bench, 'bare', count);
  bench.say('P6: measuring');
  const { port } = embedded.server;
  const options = {
    appId: '1',
    key: 'key',
    secret: 'secret',
    host: '127.0.0.1',
    port: String(port),
  };
  const pusher = new Pusher({ ...options, useTLS: false });
  const ours = () => timed(embedded, () => void pusher.trigger(channel, 'told', JSON.parse(data)));
  const theirs = () => timed(bare, () => bare.server.send(frame));
  for (const once of [ours, theirs, ours, theirs]) await once();
  const run = await measurePairs(pairCount(bench) * 3, theirs, ours);
  const held = { references: [bare.bytes], targets: [embedded.bytes] };
  const ratio = embedded.bytes / bare.bytes;
  return [
    { ...latency, ...summarizeRun(run, 'ms'), notes: [`${count} sockets`] },
    {
      ...memory,
      ...{ median: ratio, min: ratio, max: ratio, pairs: 1 },
      seen: { reference: held.references, target: held.targets },
      notes: ['one process of each, before and after connecting'],
    },
  ];
};

interface Connected {
  server: SocketServer;
  sockets: WebSocket[];
  /** Resident bytes that one connection takes. */
  bytes: number;
}

async function connected(
  bench: BenchContext,
  kind: 'embedded' | 'bare',
  count: number,
): Promise<Connected> {
  bench.say(`P6: ${count} sockets to the ${kind} server`);
  const server = await startSocketServer(bench, kind);
  const before = await server.memory();
  const path = kind === 'embedded' ? '/app/key?protocol=7' : '/';
  const sockets: WebSocket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(atOnce, count - sockets.length) }, () =>
      open(`ws://127.0.0.1:${server.port}${path}`, kind),
    );
    sockets.push(...(await Promise.all(some)));
  }
  bench.defer(() => {
    for (const socket of sockets) socket.terminate();
  });
  return { server, sockets, bytes: ((await server.memory()) - before) / count };
}

function open(address: string, kind: 'embedded' | 'bare'): Promise<WebSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    if (kind === 'bare') {
      socket.once('open', () => resolve(socket));
      return;
    }
    socket.on('message', function hear(bytes) {
      const { event } = JSON.parse(String(bytes));
      if (event === 'pusher:connection_established') {
        socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel } }));
      }
      if (event !== 'pusher_internal:subscription_succeeded') return;
      socket.off('message', hear);
      resolve(socket);
    });
  });
}

/** Until the last one has it. */
async function timed({ sockets }: Connected, send: () => void): Promise<{ ms: number }> {
  const all = Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('message', resolve))),
  );
  const began = performance.now();
  send();
  await all;
  return { ms: performance.now() - began };
}
