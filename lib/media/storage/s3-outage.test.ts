import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findFreePort } from '../../embedded/free-port.mjs';
import { s3Storage } from './s3-storage';

const place = { tenantId: randomUUID(), mediaId: randomUUID(), width: null };
let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed) ?? closed(null));
});

/** A storage over a server that does as it is told. */
async function over(answer: RequestListener) {
  server = createServer(answer);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return storageAt(port);
}

const storageAt = (port: number) =>
  s3Storage(
    {
      ...{ bucket: 'files', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}` },
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    },
    { answer: 150, idle: 200, whole: 600 },
  );

const away = { code: 'unavailable', message: expect.stringContaining('does not answer') };

test.each<[string, RequestListener]>([
  ['says nothing', () => {}],
  [
    'stops in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a part');
    },
  ],
  ['is out of order', (_, response) => response.writeHead(503).end()],
  ['does not know the key', (_, response) => response.writeHead(403).end('<Error/>')],
  ['hangs up', (request) => request.socket.destroy()],
])('a bucket that %s holds nobody up, and is told in words', async (_, answer) => {
  const storage = await over(answer);
  await expect(storage.get(place)).rejects.toMatchObject(away);
});

test('an upload that is not taken ends', async () => {
  const storage = await over(() => {});
  const bytes = Buffer.alloc(3_000_000);
  await expect(storage.put(place, bytes, 'image/png')).rejects.toMatchObject(away);
  await expect(storage.remove(place)).rejects.toMatchObject(away);
});

test('where there is no server at all, it is the same', async () => {
  await expect(storageAt(await findFreePort()).get(place)).rejects.toMatchObject(away);
});
