import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Channel, channelName, parseChannelName } from './channel-name';

const id = fc.uuid();
const epoch = fc.integer({ min: 1, max: 9_999_999_999 });
const room = fc.option(
  fc
    .array(fc.stringMatching(/^[\w é./-]{1,30}$/), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(':')),
);
const socketId = fc.tuple(fc.nat(), fc.nat()).map((parts) => parts.join('.'));
const channels: fc.Arbitrary<Channel> = fc.oneof(
  id.map((userId): Channel => ({ kind: 'user', userId })),
  id.map((tenantId): Channel => ({ kind: 'org', tenantId })),
  fc.tuple(id, epoch).map(([groupId, at]): Channel => ({ kind: 'group', groupId, epoch: at })),
  fc.tuple(id, epoch).map(([groupId, at]): Channel => ({ kind: 'public', groupId, epoch: at })),
  fc.tuple(id, room).map(([tenantId, at]): Channel => ({ kind: 'presence', tenantId, room: at })),
  socketId.map((at): Channel => ({ kind: 'conn', socketId: at })),
);

test('a name is read back as what it was made of, in the letters that Pusher takes', () => {
  fc.assert(
    fc.property(channels, (channel) => {
      const name = channelName(channel);
      expect(name).toMatch(/^[A-Za-z0-9_\-=@,.;]{1,164}$/);
      const read = parseChannelName(name);
      if (read?.kind === 'presence' && read.longName) expect(read.longName).toBe(name);
      else expect(read).toEqual(channel);
    }),
  );
});

test('nothing else is read: one channel has one name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly()), (name) => {
      const read = parseChannelName(name);
      if (read) expect(channelName(read)).toBe(name);
    }),
    { numRuns: 500 },
  );
});

const one = '018f3e6a-7b1c-4def-8123-456789abcdef';

test.each([
  '',
  'private-user-',
  `private-user-${one.toUpperCase()}`,
  `private-user-${one}\n`,
  ` private-user-${one}`,
  `private-org-${one}.1`,
  `private-group-${one}`,
  `private-group-${one}.0`,
  `private-group-${one}.01`,
  `private-group-${one}.1e3`,
  `private-public-${one}.-1`,
  `private-encrypted-org-${one}`,
  `presence-org-${one}.`,
  `presence-org-${one}.a=`,
  `presence-org-${one}.=41`,
  `presence-cache-org-${one}`,
  'private-conn-1',
  'private-conn-1.2.3',
  '#server-to-user-1',
  `private-user-${one}`.padEnd(200, '0'),
])('%j is none', (name) => {
  expect(parseChannelName(name)).toBeNull();
});

/** Names with a letter put in, taken out or changed. */
function nearly() {
  return fc
    .tuple(
      channels.map(channelName),
      fc.nat(),
      fc.constantFrom('', '.', '-', '0', 'A', '=', '\n', '%'),
    )
    .map(([name, at, letter]) => {
      const where = at % (name.length + 1);
      return name.slice(0, where) + letter + name.slice(where + (at % 2));
    });
}
