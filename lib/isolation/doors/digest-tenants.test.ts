import { expect, test } from 'vitest';
import { changedBetween } from './digest-tenants';

test('a change is named, whether rows came, went or are others', () => {
  const before = new Map([
    ['pool.posts of acme', '2:aa'],
    ['pool.posts of globex', '2:bb'],
    ['pool.tags of acme', '1:cc'],
  ]);
  const after = new Map([
    ['pool.posts of acme', '2:aa'],
    ['pool.posts of globex', '2:b0'],
    ['platform.events of globex', '1:dd'],
  ]);
  expect(changedBetween(before, before)).toEqual([]);
  expect(changedBetween(before, after).sort()).toEqual([
    'platform.events of globex',
    'pool.posts of globex',
    'pool.tags of acme',
  ]);
});
