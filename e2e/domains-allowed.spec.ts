import { httpGet } from './support/http-get';
import { expect, test } from './support/test';

test('whoever ends TLS is told what is served, and nothing else', async ({ server }) => {
  const ask = async (query: string, host = 'localhost') =>
    httpGet(server, host, `/api/domains/allowed${query}`);
  for (const name of [
    'localhost',
    'acme.localhost',
    'ACME.localhost',
    'blog.acme.test',
    'www.blog.acme.test',
    'globex.localhost',
  ]) {
    const answer = await ask(`?domain=${name}`);
    expect({ name, status: answer.status, body: answer.body }).toEqual({
      name,
      status: 200,
      body: '',
    });
  }
  for (const query of [
    '',
    '?domain=',
    '?domain=nobody.localhost',
    '?domain=nobody.test',
    '?domain=admin.localhost',
    '?domain=a.b.localhost',
    '?domain=www.www.blog.acme.test',
    '?domain=127.0.0.1',
    '?domain=blog.acme.test:443',
    '?domain=blog.acme.test.',
    '?domain=blog.acme.test%00',
    '?domain=~acme',
    '?domain=*.acme.test',
    '?domain=blog.acme.test&domain=nobody.test',
    `?domain=${'a.'.repeat(200)}test`,
  ]) {
    expect({ query, status: (await ask(query)).status }).toEqual({ query, status: 404 });
  }
  // The same on every host and by address: it is the proxy that asks.
  expect((await ask('?domain=blog.acme.test', '127.0.0.1')).status).toBe(200);
  expect((await ask('?domain=nobody.test', 'acme.localhost')).status).toBe(404);
});
