import { expect, test } from 'vitest';
import { rootDomainList } from './root-domains';

test.each([
  [undefined, ['localhost:3000']],
  ['', ['localhost:3000']],
  ['example.com', ['example.com']],
  ['Example.COM:8080', ['example.com:8080']],
  ['a.example, b.example:81', ['a.example', 'b.example:81']],
])('%j gives %j', (value, expected) => {
  expect(rootDomainList(value, '3000')).toEqual(expected);
});

test.each([
  'https://example.com',
  'example.com/',
  '*.example.com',
  'exa mple.com',
  'example.com,',
  'example..com',
  '-example.com',
  'example.com:port',
  'example.com:123456',
  '[::1]',
])('%j is malformed', (value) => {
  expect(rootDomainList(value, '3000')).toBeNull();
});
