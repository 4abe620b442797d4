import { expect, test } from 'vitest';
import { socketAddress } from './socket-address';

const ask = (
  path: string,
  upgrade: string | null = 'websocket',
  realtimePort: string | null = '7001',
) =>
  socketAddress(
    { path, search: '?protocol=7', headers: new Headers(upgrade ? { upgrade } : {}) },
    { realtimePort },
  );

test('a socket goes to the server of this machine, with what it asks', () => {
  expect(ask('/app/abc123')).toBe('http://127.0.0.1:7001/app/abc123?protocol=7');
  expect(ask('/app/abc123', 'WebSocket')).toBe('http://127.0.0.1:7001/app/abc123?protocol=7');
});

test.each([
  ['/apps/1/events', 'websocket', '7001'],
  ['/app/', 'websocket', '7001'],
  ['/app/a/b', 'websocket', '7001'],
  ['/app/..%2fapps', 'websocket', '7001'],
  ['/app/abc@evil.test', 'websocket', '7001'],
  ['/acme/app/abc', 'websocket', '7001'],
  ['/app/abc', null, '7001'],
  ['/app/abc', 'h2c', '7001'],
  ['/app/abc', 'websocket', null],
])('%s with upgrade %s and port %s does not', (path, upgrade, port) => {
  expect(ask(path, upgrade, port)).toBeNull();
});
