import { expect, test } from 'vitest';
import { addressGroup } from './address-group';
import { AddressRate } from './address-rate';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, expected) => {
  expect(addressGroup(address)).toBe(expected);
});

test('each minute begins anew, for each address', () => {
  const rate = new AddressRate(2);
  expect([1, 2, 3].map(() => rate.take('a', 1))).toEqual([true, true, false]);
  expect(rate.take('b', 2)).toBe(true);
  expect(rate.take('a', 60_002)).toBe(true);
});
