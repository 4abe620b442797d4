import { expect, test } from 'vitest';
import { cleanAddress } from './clean-addresses';

test.each([
  ['/blog/x', '/blog/x'],
  ['/blog/x?utm=secret', '/blog/x'],
  ['/blog/x?nxtPtenant=~globex&_rsc=1a2b', '/blog/x?_rsc=1a2b'],
  ['/api/v1/posts?page=2', '/api/v1/posts?page=2'],
  ['/_next/image?url=x', '/_next/image?url=x'],
  ['/%E2%82%AC', '/%E2%82%AC'],
  ['/%ff', '/bad-address'],
  ['/%', '/bad-address'],
  ['/a%2', '/bad-address'],
  ['/%c0%ae', '/bad-address'],
  ['/x?broken=%ff', '/x'],
])('%s goes on as %s', (address, expected) => {
  expect(cleanAddress(address)).toBe(expected);
});
