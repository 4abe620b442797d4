import { expect, test } from 'vitest';
import { forwardedHeaders, requestIdHeader, tenantHeader } from './private-headers';

test('what a client sends under our names is dropped', () => {
  const headers = new Headers({
    accept: 'text/html',
    'x-tenantry-tenant': 'globex',
    'X-Tenantry-User': 'root',
    'x-request-id': 'mine',
  });
  const forwarded = forwardedHeaders(headers, { requestId: 'abc' });
  expect(Object.fromEntries(forwarded)).toEqual({ accept: 'text/html', 'x-request-id': 'abc' });
});

test('what the middleware knows is set', () => {
  const headers = new Headers({ [tenantHeader]: 'globex' });
  const forwarded = forwardedHeaders(headers, { requestId: 'abc', tenant: 'acme' });
  expect(forwarded.get(tenantHeader)).toBe('acme');
  expect(forwarded.get(requestIdHeader)).toBe('abc');
});

test("the client's headers stay as they were", () => {
  const headers = new Headers({ [tenantHeader]: 'globex' });
  forwardedHeaders(headers, { requestId: 'abc', tenant: 'acme' });
  expect(headers.get(tenantHeader)).toBe('globex');
});
