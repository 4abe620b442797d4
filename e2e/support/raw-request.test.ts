import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { rawRequest } from './raw-request';

let server: Server;
let received = '';
afterEach(() => server.close());

test('a path goes out byte for byte, with the Host it was given', async () => {
  const port = await answer('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  await rawRequest({ port, path: '/%7Eacme/../\xff', host: 'EVIL.example:99' });
  expect(received).toContain('GET /%7Eacme/../\xff HTTP/1.1\r\nHost: EVIL.example:99\r\n');
});

test('headers keep their order and may come twice; no Host is possible', async () => {
  const port = await answer('HTTP/1.1 400 Bad Request\r\n\r\n');
  const headers: [string, string][] = [
    ['X-Tenant', 'a'],
    ['x-tenant', 'b'],
  ];
  const { status } = await rawRequest({ port, path: '/', host: null, headers });
  expect(status).toBe(400);
  expect(received).toMatch(/^GET \/ HTTP\/1\.1\r\nX-Tenant: a\r\nx-tenant: b\r\n/);
});

test('a chunked answer is joined, and repeated headers too', async () => {
  const head = 'HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nTransfer-Encoding: chunked';
  const port = await answer(`${head}\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n`);
  const { headers, body } = await rawRequest({ port, path: '/', host: 'a' });
  expect(headers['set-cookie']).toBe('a, b');
  expect(body).toBe('abcde');
});

test('a connection closed without an answer is an error', async () => {
  const port = await answer('');
  await expect(rawRequest({ port, path: '/', host: 'a' })).rejects.toThrow('no HTTP');
});

test('no answer in time is an error', async () => {
  const port = await listen(() => {});
  const request = rawRequest({ port, path: '/', host: 'a', timeoutMs: 50 });
  await expect(request).rejects.toThrow('no complete answer to GET /');
});

function answer(text: string): Promise<number> {
  return listen((socket) => socket.end(text, 'latin1'));
}

function listen(onRequest: (socket: Socket) => void): Promise<number> {
  server = createServer((socket) => {
    socket.once('data', (chunk) => {
      received = chunk.toString('latin1');
      onRequest(socket);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
