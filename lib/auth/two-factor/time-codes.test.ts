import { expect, test } from 'vitest';
import { makeRecoveryCodes } from './recovery-codes';
import { codeStep, keyAddress, newSecret } from './time-codes';

// RFC 6238, appendix B: the ASCII text 12345678901234567890, the last six of eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [20000000000, '353130', 666666666],
])('at %i the code is %s', (seconds, code, step) => {
  expect(codeStep(secret, code, seconds * 1000)).toBe(step);
  expect(codeStep(secret, code, (seconds + 30) * 1000), 'one step late').toBe(step);
  expect(codeStep(secret, code, (seconds - 30) * 1000), 'one step early').toBe(step);
  expect(codeStep(secret, code, (seconds + 60) * 1000), 'two steps late').toBeNull();
});

test('secrets are 160 random bits', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test('the picture names site and person, whatever is in their names', () => {
  const address = new URL(keyAddress(secret, 'ada@example.com', 'localhost'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('localhost:ada@example.com');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret, issuer: 'localhost' });
  const odd = new URL(keyAddress(secret, 'a&secret=B?#@example.com', 'x'));
  expect(odd.searchParams.getAll('secret')).toEqual([secret]);
});

test('recovery codes can be told apart and read aloud', () => {
  for (const code of makeRecoveryCodes())
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
});
