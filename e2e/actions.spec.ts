import { actionIdOf, callAction } from './support/action-request';
import type { HttpClient } from './support/http-client';
import { runScript } from './support/run-script';
import { fillSignIn, signIn, signInByHttp, whoIs } from './support/sign-in';
import { expect, test } from './support/test';

const hosts = [
  { host: 'localhost', email: 'root@example.com', next: '/', shows: 'Tenantry', other: '/blog' },
  {
    host: 'acme.localhost',
    email: 'ada@example.com',
    next: '/blog',
    shows: 'ACME',
    other: '/blog',
  },
  {
    host: 'blog.acme.test',
    email: 'ada@example.com',
    next: '/blog',
    shows: 'ACME',
    other: '/tags',
  },
];

/** As a browser marks what a page of the same host sends. */
const own = (client: HttpClient): [string, string][] => [['Origin', `http://${client.host}`]];

for (const { host, email, next, shows } of hosts) {
  test(`an action that redirects on ${host} shows the page of that very host`, async ({
    page,
    server,
  }) => {
    await page.goto(server.url(host, `/login?next=${encodeURIComponent(next)}`));
    await fillSignIn(page, email);
    await expect(page).toHaveURL(server.url(host, next));
    await expect(page.locator('body')).toContainText(shows);
    await expect(page.locator('body')).not.toContainText('Northgate');
    await expect(page.getByRole('heading', { name: /not found|no site/i })).toHaveCount(0);
  });
}

for (const { host, email, other } of hosts.slice(1)) {
  test(`an action called from a page of ${host} that does not know it reaches the right tenant`, async ({
    server,
  }) => {
    const client = await signInByHttp(server, host, email);
    const neighbour = await signInByHttp(server, 'globex.localhost', 'gus@example.com');
    const id = actionIdOf((await client.get('/logout')).body);
    const answer = await callAction(client, { path: other, id, headers: own(client) });
    expect(answer.status).toBeLessThan(400);
    expect(answer.headers['x-action-redirect'] ?? '').toMatch(/^\/login\?signed-out=1/);
    expect(await whoIs(client)).toBeNull();
    expect(await whoIs(neighbour)).toBe('gus@example.com');
  });
}

test('a form of a domain that was added at run time works at once', async ({ page, server }) => {
  const host = 'forms.acme.localhost';
  await runScript(server, 'e2e/support/add-domain.ts', ['acme', host]);
  await expect
    .poll(async () => (await page.goto(server.url(host, '/login')))?.status(), { timeout: 5000 })
    .toBe(200);
  await signIn(page, server, { host, email: 'ada@example.com' });
  await expect(page.locator('main')).toContainText('Ada Lindgren');
  await page.goto(server.url(host, '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(server.url(host, '/login?signed-out=1'));
});

test('an action does nothing for another site, a sibling tenant or nobody', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', 'ada@example.com');
  const id = actionIdOf((await client.get('/logout')).body);
  const foreign: [string, string][][] = [
    [['Origin', 'https://evil.test']],
    [['Origin', `http://globex.localhost:${server.port}`]],
    [['Origin', `http://localhost:${server.port}`]],
    [['Origin', 'http://acme.localhost:1']],
    [['Origin', 'null']],
    [['Origin', 'x']],
    [],
    [['Sec-Fetch-Site', 'same-site']],
    [['Sec-Fetch-Site', 'cross-site']],
    [
      ['Origin', 'https://evil.test'],
      ['X-Forwarded-Host', 'evil.test'],
    ],
  ];
  for (const headers of foreign) {
    await callAction(client, { path: '/logout', id, headers });
    expect(await whoIs(client), JSON.stringify(headers)).toBe('ada@example.com');
  }
  await callAction(client, { path: '/logout', id, headers: [['Sec-Fetch-Site', 'same-origin']] });
  expect(await whoIs(client)).toBeNull();
});

test('an action of the root does not exist on a tenant’s host, nor the other way round', async ({
  server,
}) => {
  const root = await signInByHttp(server, 'localhost', 'root@example.com');
  const acme = await signInByHttp(server, 'acme.localhost', 'ada@example.com');
  const rootAction = actionIdOf((await root.get('/logout')).body);
  const acmeAction = actionIdOf((await acme.get('/logout')).body);
  await callAction(acme, { path: '/logout', id: rootAction, headers: own(acme) });
  await callAction(root, { path: '/logout', id: acmeAction, headers: own(root) });
  expect(await whoIs(acme)).toBe('ada@example.com');
  expect(await whoIs(root)).toBe('root@example.com');
});

test('a form that names another tenant is refused', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', 'ada@example.com');
  const id = actionIdOf((await client.get('/logout')).body);
  const fields = { tenantId: '3f0f1c1e-0000-4000-8000-000000000000' };
  const answer = await callAction(client, { path: '/logout', id, fields, headers: own(client) });
  expect(answer.status).toBe(404);
  expect(await whoIs(client)).toBe('ada@example.com');
});

test('sizes and shapes beyond measure are refused, and nothing breaks', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', 'ada@example.com');
  const id = actionIdOf((await client.get('/logout')).body);
  const call = (fields: Record<string, string>) =>
    callAction(client, { path: '/logout', id, fields, headers: own(client) }).catch(() => null);
  await call({ x: 'a'.repeat(10_000_000) });
  await call(Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}`, 'x'])));
  expect(await whoIs(client)).toBe('ada@example.com');
  expect((await client.get('/account')).status).toBe(200);
});
