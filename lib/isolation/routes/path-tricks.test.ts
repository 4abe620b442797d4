import { expect, test } from 'vitest';
import { forgedHeaders } from './forged-headers';
import { pathTricks } from './path-tricks';

test('every trick and every forged value is filled in, and none is there twice', () => {
  const tricks = pathTricks('globex');
  expect(tricks.filter((path) => path.includes('{}'))).toEqual([]);
  expect(new Set(tricks).size).toBe(tricks.length);
  expect(forgedHeaders('globex').filter(([, value]) => value.includes('{}'))).toEqual([]);
});
