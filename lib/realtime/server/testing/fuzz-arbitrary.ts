import fc from 'fast-check';
import type { RawCall } from './call-api';

const names = [
  ...['pusher:subscribe', 'pusher:unsubscribe', 'pusher:signin', 'pusher:ping', 'client-x'],
  ...['pusher:error', 'pusher_internal:member_added', '__proto__', ''],
];
const channels = [
  ...['news', 'private-room', 'presence-room', 'private-encrypted-x', 'cache-x', '__proto__'],
  ...['#server-to-user-ada', '#server-to-user-', 'a/b', 'constructor', '', 'x'.repeat(165)],
];
const odd = [null, true, 0, -1, 1e308, '', '\0', '\ud800', '{}', '{"user_id":1}', [], {}, 'a:b'];
const keys = ['channel', 'auth', 'channel_data', 'user_data', '__proto__', 'toString', 'x'];

/** Some messages, nearly right or altogether wrong. */
export function messages(): fc.Arbitrary<(string | Buffer)[]> {
  return fc.array(
    fc.oneof(
      { weight: 6, arbitrary: nearMessage().map((one) => JSON.stringify(one)) },
      { weight: 2, arbitrary: nearMessage().map((one) => JSON.stringify(one).slice(0, -2)) },
      { weight: 2, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 1, arbitrary: fc.nat(20_000).map((depth) => '['.repeat(depth)) },
      { weight: 1, arbitrary: fc.nat(6000).map(deepMessage) },
    ),
    { minLength: 1, maxLength: 12 },
  );
}

/** Calls of the HTTP API, well signed and otherwise nearly right. */
export function httpCalls(): fc.Arbitrary<RawCall> {
  const event = fc.dictionary(
    fc.constantFrom('name', 'data', 'channel', 'channels', 'socket_id', 'info', 'batch'),
    value(),
    { maxKeys: 6 },
  );
  const body = fc.oneof(
    event.map((one) => JSON.stringify(one)),
    fc.array(event, { maxLength: 12 }).map((batch) => JSON.stringify({ batch })),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.nat(30_000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  );
  const part = fc.constantFrom(...channels.map(encodeURIComponent), '%', '%00', '..', '%ff');
  const path = fc.oneof(
    fc.constantFrom('/events', '/batch_events', '/channels', '/channels/', '/users', '//'),
    part.map((one) => `/channels/${one}`),
    part.map((one) => `/channels/${one}/users`),
    part.map((one) => `/users/${one}/terminate_connections`),
  );
  const query = fc.dictionary(
    fc.constantFrom('filter_by_prefix', 'info', '__proto__', 'body_md5', 'x'),
    fc.oneof(fc.constantFrom('presence-', 'user_count', 'a&b=c', '+', ''), wellFormed()),
    { maxKeys: 2 },
  );
  return fc.record(
    { path, body, query, method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE') },
    { requiredKeys: ['path'] },
  );
}

function nearMessage(): fc.Arbitrary<object> {
  const data = fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...keys), value(), { maxKeys: 4 }) },
    { weight: 1, arbitrary: value() },
  );
  const event = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, value());
  return fc.record({ event, data, channel: value() }, { requiredKeys: ['event'] });
}

function value(): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...channels) },
    { weight: 3, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

/** Halves of characters cannot be sent in an address. */
function wellFormed(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme' });
}

function deepMessage(depth: number): string {
  const data = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  return `{"event":"client-x","channel":"private-room","data":${data}}`;
}
