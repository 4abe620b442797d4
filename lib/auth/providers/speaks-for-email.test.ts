import { afterEach, expect, test } from 'vitest';
import { env } from '../../env';
import { speaksForEmail } from './speaks-for-email';

afterEach(() => {
  env().OIDC_TRUST_EMAIL = false;
});

const profile = { email: 'ada@gmail.com', isVerified: true, hostedDomain: '' };

test.each([
  ['google', profile, true],
  ['google', { ...profile, isVerified: false }, false],
  ['google', { ...profile, email: 'ada@people.example' }, false],
  ['google', { ...profile, email: 'ada@people.example', hostedDomain: 'People.example' }, true],
  ['google', { ...profile, email: 'ada@other.example', hostedDomain: 'people.example' }, false],
  ['google', { ...profile, email: 'ada@gmail.com.evil.test' }, false],
  ['google', { ...profile, email: '' }, false],
  ['github', profile, false],
  ['oidc', profile, false],
] as const)('%s with %j: %j', (id, given, speaks) => {
  expect(speaksForEmail(id, given)).toBe(speaks);
});

test('any other provider where the operator says so, and never for what it has not verified', () => {
  env().OIDC_TRUST_EMAIL = true;
  expect(speaksForEmail('oidc', profile)).toBe(true);
  expect(speaksForEmail('oidc', { ...profile, isVerified: false })).toBe(false);
  expect(speaksForEmail('github', profile)).toBe(false);
});
