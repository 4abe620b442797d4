import type { Page } from '@playwright/test';
import { type HttpClient, httpClient } from './support/http-client';
import { fillSignIn, signIn, whoIs } from './support/sign-in';
import { submitForm } from './support/submit-form';
import { expect, type SharedServer, test } from './support/test';

const bob = 'bob@example.com';

/** Goes for a ticket as a browser does, and stops at the page that would spend it. */
async function comeForTicket(server: SharedServer, root: HttpClient, host: string) {
  const client = httpClient(server, host);
  const started = await client.get('/session/start?next=%2Faccount');
  const authorize = new URL(started.headers.location ?? '');
  const back = await root.get(authorize.pathname + authorize.search);
  const address = new URL(back.headers.location ?? '');
  return {
    client,
    path: address.pathname + address.search,
    ticket: address.searchParams.get('ticket') ?? '',
  };
}

/** Sends the form of the page that spends tickets, as a browser without scripts does. */
async function spend(client: HttpClient, ticket: string, headers?: [string, string][]) {
  const page = await client.get(`/session/enter?ticket=${ticket}`);
  return submitForm(client, '/session/enter', page.body, headers);
}

/** Somebody signed in on the root host, without a browser. */
async function atRoot(page: Page, server: SharedServer, email = bob): Promise<HttpClient> {
  await signIn(page, server, { host: 'localhost', email });
  const client = httpClient(server, 'localhost');
  for (const { name, value } of await page.context().cookies(server.url('localhost'))) {
    client.cookies.set(name, value);
  }
  return client;
}

test('a ticket opens one session, in the browser that came for it', async ({ page, server }) => {
  const root = await atRoot(page, server);
  const { client, ticket } = await comeForTicket(server, root, 'globex.localhost');
  const looked = await client.get(`/session/enter?ticket=${ticket}`);
  expect(looked.status).toBe(200);
  expect(await whoIs(client), 'opening the address spends nothing').toBeNull();
  await spend(client, ticket);
  expect(await whoIs(client)).toBe(bob);
  const second = httpClient(server, 'globex.localhost');
  for (const [name, value] of client.cookies) {
    if (!name.endsWith('.session')) second.cookies.set(name, value);
  }
  await spend(second, ticket);
  expect(await whoIs(second), 'replayed with the same mark').toBeNull();
});

test('a stolen ticket is nothing in another browser, and is gone then', async ({
  page,
  server,
}) => {
  const root = await atRoot(page, server);
  const { client, ticket } = await comeForTicket(server, root, 'globex.localhost');
  const thief = httpClient(server, 'globex.localhost');
  await thief.get('/session/start');
  const refused = await spend(thief, ticket);
  expect(refused.body).not.toContain(bob);
  expect(await whoIs(thief)).toBeNull();
  await spend(client, ticket);
  expect(await whoIs(client)).toBeNull();
});

test('a ticket for one host is nothing at another, of the same tenant either', async ({
  page,
  server,
}) => {
  const root = await atRoot(page, server);
  for (const host of ['acme.localhost', 'blog.acme.localhost', 'localhost']) {
    const { client, ticket } = await comeForTicket(server, root, 'globex.localhost');
    const elsewhere = httpClient(server, host);
    await elsewhere.get('/session/start');
    for (const [name, value] of client.cookies) elsewhere.cookies.set(name, value);
    await spend(elsewhere, ticket);
    expect(await whoIs(elsewhere), host).toBeNull();
  }
  const { ticket } = await comeForTicket(server, root, 'acme.localhost');
  const blog = httpClient(server, 'blog.acme.localhost');
  await blog.get('/session/start');
  await spend(blog, ticket);
  expect(await whoIs(blog)).toBeNull();
});

test('nobody is signed in as somebody else by a link (login CSRF)', async ({
  page,
  browser,
  server,
}) => {
  const root = await atRoot(page, server);
  const { path } = await comeForTicket(server, root, 'globex.localhost');
  const victim = await browser.newPage();
  await victim.goto(server.url('globex.localhost', path));
  // Asked for once more, nobody is known who could be let in.
  await expect(victim).toHaveURL(/\/login/);
  await expect(victim.getByLabel('Email')).toBeVisible();
  await victim.goto(server.url('globex.localhost', '/account'));
  await expect(victim).toHaveURL(/\/login/);
  await victim.close();
});

test('a page of another site sends the form in vain', async ({ page, server }) => {
  const root = await atRoot(page, server);
  const { client, ticket } = await comeForTicket(server, root, 'globex.localhost');
  for (const origin of ['http://evil.test', server.url('acme.localhost', ''), 'null']) {
    await spend(client, ticket, [['Origin', origin.replace(/\/$/, '')]]);
    expect(await whoIs(client), origin).toBeNull();
  }
});

test('the root host sends nobody, and no ticket, anywhere but to a tenant’s own address', async ({
  page,
  server,
}) => {
  const root = await atRoot(page, server);
  const state = 'x'.repeat(43);
  const port = new URL(server.url('localhost')).port;
  for (const to of [
    'http://evil.test',
    'https://evil.test',
    `http://evil.test:${port}`,
    `http://acme.localhost:${port}@evil.test`,
    `http://acme.localhost:${Number(port) + 1}`,
    `http://acme.localhost:${port}/x`,
    `http://acme.localhost:${port}/`,
    `http://acme.localhost:${port}\\@evil.test`,
    `https://acme.localhost:${port}`,
    `http://localhost:${port}`,
    `http://nobody.localhost:${port}`,
    `//acme.localhost:${port}`,
    'javascript:alert(1)',
    '',
  ]) {
    const answer = await root.get(`/session/authorize?${new URLSearchParams({ to, state })}`);
    expect(answer.status, to).toBe(400);
    expect(answer.headers.location, to).toBeUndefined();
  }
  const good = { to: server.url('acme.localhost', '').replace(/\/$/, ''), state };
  const forged = await root.get(`/session/authorize?${new URLSearchParams(good)}`, [
    ['X-Forwarded-Host', 'evil.test'],
  ]);
  expect(forged.headers.location ?? '').not.toContain('evil');
});

test('where one goes on to is a path of the same site', async ({ page, server }) => {
  const root = await atRoot(page, server);
  for (const next of ['//evil.test', '/\\evil.test', 'http://evil.test', '/%2fevil.test']) {
    const client = httpClient(server, 'globex.localhost');
    const started = await client.get(`/session/start?next=${encodeURIComponent(next)}`);
    expect(started.headers.location).not.toContain('evil');
    const authorize = new URL(started.headers.location ?? '');
    authorize.searchParams.set('next', next);
    const back = await root.get(authorize.pathname + authorize.search);
    const ticket = new URL(back.headers.location ?? '').searchParams.get('ticket') ?? '';
    const entered = await spend(client, ticket);
    expect(entered.headers.location ?? '', next).not.toContain('evil');
    expect(await whoIs(client)).toBe(bob);
  }
});

test('a signed-in session gets a new id: none that was there before is taken over', async ({
  page,
  server,
}) => {
  await page.goto(server.url('acme.localhost', '/login'));
  const [mark] = (await page.context().cookies()).filter(({ name }) => name.endsWith('.state'));
  const name = (mark?.name ?? '').replace(/\.state$/, '.session');
  await page.context().addCookies([{ name, value: 'planted', url: server.url('acme.localhost') }]);
  await page.goto(server.url('acme.localhost', '/login?next=%2Faccount'));
  await fillSignIn(page, bob);
  await page.waitForURL(server.url('acme.localhost', '/account'));
  const after = (await page.context().cookies(server.url('acme.localhost'))).find(
    (one) => one.name === name,
  );
  expect(after?.value).not.toBe('planted');
});
