import { describe, expect, test } from 'vitest';
import { passwordFault } from '../provisioning/new-tenant';
import { passwordWeakness } from './password-weakness';

describe('refused, since it is tried first', () => {
  test.each([
    'unbelievable',
    'leavemealone',
    'administrator',
    'Administrator',
    'Password2026!',
    'password1234',
    'P@ssw0rd1234',
    '123iloveyou456',
    'demo-password',
    'Demo-Password1',
  ])('%s', (value) => {
    expect(passwordWeakness(value)).toMatch(/tried first/);
  });
});

describe('refused, since it is a pattern', () => {
  test.each([
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'x7!x7!x7!x7!',
    'summer-summer-',
    'zyxwvutsrqponm',
    '0987654321098',
    'abcdefghijkl1',
    'aaaaaabbbbbbcccccc',
    'poiuytrewq99',
  ])('%s', (value) => {
    expect(passwordWeakness(value)).not.toBeNull();
  });
});

describe('refused, since it is about its owner', () => {
  const owner = {
    email: 'ada.lindgren@example.com',
    name: 'Ada Lindgren',
    site: 'ACME Corporation',
  };
  test.each([
    'ada.lindgren@example.com',
    'ADA.Lindgren1815',
    'Lindgren2026',
    'adalindgren!!',
    'Lindgren-Lindgren',
    'acmecorporation',
    'Acme Corporation 7',
  ])('%s', (value) => {
    expect(passwordWeakness(value, owner)).toMatch(/your name/);
  });

  test('somebody else may', () => {
    expect(passwordWeakness('Lindgren2026xy', { email: 'bob@example.com' })).toBeNull();
  });
});

describe('allowed, whatever kinds of characters there are', () => {
  test.each([
    'correct horse battery staple',
    'a good long password',
    'another password',
    'sunshine over wet hay',
    'wandernderkürbis',
    '一二三四五六七八九十百千萬',
    'xk4v9q2mw7pd',
    'l'.padEnd(12, 'kqzw19'),
  ])('%s', (value) => {
    expect(passwordFault(value, { email: 'ada@example.com', name: 'Al', site: 'a' })).toBeNull();
  });
});

test('length is judged first, and nothing is judged where one is made up', () => {
  expect(passwordFault('password')).toMatch(/at least 12/);
  expect(passwordFault('xk4v9q2mw7pd'.repeat(50))).toMatch(/at most 500/);
  expect(passwordFault('')).toBeNull();
});

test('the longest password is judged at once', () => {
  const start = performance.now();
  passwordFault('ab1'.repeat(150).concat('zz9-wq'), { name: 'ab', email: 'ab@ab.ab' });
  expect(performance.now() - start).toBeLessThan(200);
});
