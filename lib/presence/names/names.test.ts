import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError, NoTenantBound } from '../../errors';
import { parsePresenceChannel } from './parse-presence-channel';
import { presenceChannel } from './presence-channel';
import { presenceKey } from './presence-key';
import { longestKey, readRoomKey, roomKey } from './room-key';

const acme = '11111111-2222-4333-8444-555555555551';
const base = `presence-org-${acme}`;
const long = `document:${'ü'.repeat(100)}`;

// What the protocol's documents allow, and their limit.
const channelName = /^[A-Za-z0-9_\-=@,.;]{1,164}$/;

test('the key that people see is the one that was promised', () => {
  expect(presenceKey({ tenant: 'acme', room: 'document:123' })).toBe('tenant:acme:document:123');
  expect(presenceKey({ tenant: 'acme' })).toBe('tenant:acme');
});

test.each(['', 'a:b', 'acme ', 'x'.repeat(64)])('%j names no tenant', (tenant) => {
  expect(() => presenceKey({ tenant, room: 'a' })).toThrow(AppError);
});

test.each([
  [null, base],
  ['document:123', `${base}.document.123`],
  ['a.b', `${base}.a=2Eb`],
  ['a=2Eb', `${base}.a=3D2Eb`],
  ['page:/blog/x y', `${base}.page.=2Fblog=2Fx=20y`],
  ['ü🔑', `${base}.=C3=BC=F0=9F=94=91`],
  ['\ufeffa', `${base}.=EF=BB=BFa`],
  ['a@b,c;d', `${base}.a=40b=2Cc=3Bd`],
])('the room %j has the channel %s, and back', (room, channel) => {
  expect(presenceChannel(acme, room)).toBe(channel);
  expect(parsePresenceChannel(channel)).toEqual({
    kind: room === null ? 'tenant' : 'room',
    tenantId: acme,
    room,
  });
});

test('a room too long for a channel keeps its beginning and has a hash', () => {
  const channel = presenceChannel(acme, long);
  expect(channel).toMatch(channelName);
  expect(channel).toMatch(/\.document\.(=C3=BC)+(=C3)?;[\w-]{43}$/);
  expect(parsePresenceChannel(channel)).toEqual({ kind: 'long', tenantId: acme, room: null });
  expect(presenceChannel(acme, `${long}x`)).not.toBe(channel);
});

test('the longest that fits is not hashed', () => {
  const fits = 'a'.repeat(longestKey);
  expect(presenceChannel(acme, fits)).toBe(`${base}.${fits}`);
  expect(presenceChannel(acme, fits)).toHaveLength(164);
  expect(presenceChannel(acme, `${fits}a`)).toContain(';');
});

describe('any rooms', () => {
  const segment = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter((text) => !/[\p{Cc}\p{Surrogate}:]/u.test(text));
  const letters = fc.stringMatching(/^[a-z.=;@%~_-]{1,80}$/);
  const rooms = fc
    .array(fc.oneof(segment, letters), { minLength: 1, maxLength: 4 })
    .map((segments) => segments.join(':'));

  test('are told apart, read back, and fit', () => {
    fc.assert(
      fc.property(rooms, rooms, (one, other) => {
        const channel = presenceChannel(acme, one);
        expect(channel).toMatch(channelName);
        const read = parsePresenceChannel(channel);
        expect(read).toEqual(
          channel.includes(';')
            ? { kind: 'long', tenantId: acme, room: null }
            : { kind: 'room', tenantId: acme, room: one },
        );
        expect(presenceChannel(acme, other) === channel).toBe(one === other);
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever is read is what would be written', () => {
    const texts = fc.stringMatching(/^[a-zA-F0-9_.=;-]{0,60}$/);
    fc.assert(
      fc.property(texts, (tail) => {
        const read = parsePresenceChannel(`${base}.${tail}`);
        if (read?.kind === 'room') expect(presenceChannel(acme, read.room)).toBe(`${base}.${tail}`);
        else expect(read).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

const hash = roomKey(long).split(';')[1] ?? '';
test.each([
  `${base}.`,
  `${base}..`,
  `${base}.a.`,
  `${base}..a`,
  `${base}.a..b`,
  `${base}.a:b`,
  `${base}.a=2e`,
  `${base}.=41`,
  `${base}.=3A`,
  `${base}.a=2`,
  `${base}.a=`,
  `${base}.=C3`,
  `${base}.=C0=AF`,
  `${base}.=00`,
  `${base}.a\n`,
  `${base}\n`,
  ` ${base}`,
  `x${base}`,
  `private-${base}`,
  `presence-org-${acme.toUpperCase().replace('1', 'A')}`,
  'presence-org-acme',
  'presence-org-',
  `${base}a`,
  `${base}.${'a'.repeat(longestKey + 1)}`,
  `${base}.a;${hash}`,
  `${base}.${'a'.repeat(70)};${hash.slice(0, 42)}B`,
  `${base}.${'a'.repeat(67)};${hash}`,
  `${base}.${'a'.repeat(71)};${hash}`,
  `${base}.${'.'.repeat(70)};${hash}`,
  `${base}.${'a'.repeat(67)}=41;${hash}`,
  `${base}.${'a'.repeat(67)}=3A;${hash}`,
  `${base}.${'a'.repeat(68)}=2;${hash}`,
])('the channel %j is nobody’s', (channel) => {
  expect(parsePresenceChannel(channel)).toBeNull();
});

test.each([
  '',
  ':',
  'a:',
  ':a',
  'a::b',
  'a\nb',
  '\0',
  '\ud800',
  'x'.repeat(401),
  1 as never,
  undefined as never,
])('%j is no room', (room) => {
  expect(() => roomKey(room)).toThrow(AppError);
});

test('the tenant as a whole has the empty key', () => {
  expect(roomKey(null)).toBe('');
  expect(readRoomKey('')).toEqual({ room: null });
});

test('without a tenant there is no channel', () => {
  expect(() => presenceChannel('', 'a')).toThrow(NoTenantBound);
  expect(() => presenceChannel('acme', 'a')).toThrow('not a uuid');
});
