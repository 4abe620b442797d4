import { expect, test } from 'vitest';
import { kindNames, rulesOf } from './kinds';
import { wishOf } from './wishes';

const nothing = { inApp: null, email: null };

test('who has chosen nothing has what the kind says, and no mail of any kind', () => {
  for (const kind of kindNames) {
    expect(wishOf(kind, { ...nothing, isStaff: true })).toEqual({ inApp: true, email: 'off' });
  }
  expect(wishOf('published', { ...nothing, isStaff: false }).inApp).toBe(false);
  expect(wishOf('membership', { ...nothing, isStaff: false }).inApp).toBe(true);
});

test('what was chosen holds, but announcements stay in the inbox', () => {
  const off = { inApp: false, email: 'now', isStaff: true } as const;
  expect(wishOf('published', off)).toEqual({ inApp: false, email: 'now' });
  expect(wishOf('broadcast', off)).toEqual({ inApp: true, email: 'now' });
  expect(wishOf('published', { ...off, inApp: true, isStaff: false }).inApp).toBe(true);
});

test('a kind of another release is shown as it stands', () => {
  for (const kind of ['later', 'constructor', '__proto__']) {
    expect(rulesOf(kind)).toMatchObject({ label: kind, inApp: 'everybody', email: 'off' });
  }
});
