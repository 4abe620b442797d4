import { expect, test } from 'vitest';
import { InvalidInput } from '../../errors';
import { checkNewTenant, type NewTenant } from './new-tenant';

const planned: NewTenant = { slug: 'fine', name: 'Fine', ownerEmail: 'ada@fine.test' };

function refusal(input: NewTenant): InvalidInput {
  try {
    checkNewTenant(input);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

test.each<[keyof NewTenant, string, string]>([
  ['slug', '', 'Enter a short name'],
  ['slug', 'a b', 'Use small letters'],
  ['slug', '-acme', 'Use small letters'],
  ['slug', 'acme.', 'Use small letters'],
  ['slug', 'x'.repeat(64), 'Use small letters'],
  ['slug', 'ümlaut', 'Use small letters'],
  ['slug', "x' or true --", 'Use small letters'],
  ['slug', 'xn--mlaut-jva', 'Two hyphens'],
  ['slug', 'admin', 'kept for the platform'],
  ['slug', 'WWW', 'kept for the platform'],
  ['slug', 'api', 'kept for the platform'],
  ['name', ' ', 'Enter a name'],
  ['name', 'x'.repeat(101), 'at most 100'],
  ['name', 'a\0b', 'one line'],
  ['ownerName', 'a\nb', 'one line'],
  ['ownerEmail', '', 'Enter an email'],
  ['ownerEmail', 'nobody', 'Enter an email'],
  ['ownerEmail', 'a@b.test\0', 'Enter an email'],
  ['ownerEmail', `${'x'.repeat(250)}@b.test`, 'Enter an email'],
  ['ownerPassword', 'eleven char', 'at least 12'],
  ['ownerPassword', 'x'.repeat(501), 'at most 500'],
  ['domain', 'https://shop.test', 'without scheme'],
  ['domain', 'shop', 'without scheme'],
  ['domain', '10.0.0.1', 'without scheme'],
  ['domain', 'shop.localhost', 'Names under localhost'],
])('%s %j', (field, value, fault) => {
  const error = refusal({ ...planned, [field]: value });
  expect(Object.keys(error.fields)).toEqual([field]);
  expect(error.fields[field]?.[0]).toContain(fault);
});

test('all of them at once', () => {
  const error = refusal({ slug: '', name: '', ownerEmail: '' });
  expect(Object.keys(error.fields)).toEqual(['slug', 'name', 'ownerEmail']);
});

test('what is fine is trimmed, and what is empty is left out', () => {
  const typed = { slug: ' Fine ', name: ' Fine  Works ', ownerEmail: ' Ada@Fine.Test ' };
  const more = { ownerName: ' ', ownerPassword: '', domain: 'Shop.FINE.test.' };
  expect(checkNewTenant({ ...typed, ...more })).toEqual({
    slug: 'fine',
    name: 'Fine  Works',
    ownerEmail: 'ada@fine.test',
    domain: 'shop.fine.test',
  });
});
