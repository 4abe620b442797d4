import { Validator } from '@seriousme/openapi-schema-validator';
import { demoPassword } from '../lib/demo/demo-people';
import { type Asked, askRest as ask } from './support/ask-rest';
import { httpGet } from './support/http-get';
import { signInByHttp } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

async function tokensOf(server: SharedServer, email: string, host = 'acme.localhost') {
  const body = { email, password: demoPassword };
  return (await ask(server, { host, method: 'POST', path: '/token', body })).json;
}

test('a program signs in, writes and publishes, and the page shows it', async ({ server }) => {
  const { access: token } = await tokensOf(server, 'ada@example.com');
  const authors = await ask(server, { path: '/authors', token });
  const title = `By a program ${Date.now()}`;
  const made = await ask(server, {
    method: 'POST',
    path: '/posts',
    token,
    body: { title, body: 'Hello.', authorId: authors.json.data[0].id },
  });
  expect([made.status, made.json.status]).toEqual([201, 'draft']);
  const path = `/posts/${made.json.id}`;
  expect((await ask(server, { path })).status).toBe(404);
  const published = await ask(server, { method: 'POST', path: `${path}/publish`, token });
  expect(published.json.status).toBe('published');
  expect((await ask(server, { path })).json.title).toBe(title);
  await expect(async () => {
    const page = await httpGet(server, 'acme.localhost', `/blog/${made.json.slug}`);
    expect(page.body).toContain(title);
  }).toPass({ timeout: 10_000 });
  expect((await ask(server, { path, host: 'globex.localhost' })).status).toBe(404);
  expect((await ask(server, { method: 'DELETE', path, token })).status).toBe(204);
});

test('a token is good on its own tenant’s hosts, custom domains too, and nowhere else', async ({
  server,
}) => {
  const { access: token } = await tokensOf(server, 'ada@example.com');
  const at = async (host: string) => (await ask(server, { host, path: '/me', token })).status;
  expect(await at('acme.localhost')).toBe(200);
  expect(await at('blog.acme.test')).toBe(200);
  expect(await at('globex.localhost')).toBe(401);
  expect(await at('localhost')).toBe(401);
  expect(await at('nobody.localhost')).toBe(404);
});

test('a cookie reads, and changes only from pages of its own host', async ({ server }) => {
  const ada = await signInByHttp(server, 'acme.localhost', 'ada@example.com');
  expect(JSON.parse((await ada.get('/api/v1/me')).body).email).toBe('ada@example.com');
  const send = (origin: string) =>
    ada.post('/api/v1/tags', JSON.stringify({ name: `Tag ${Math.random()}` }), [
      ['Content-Type', 'application/json'],
      ['Origin', origin],
    ]);
  expect((await send(server.url('acme.localhost', ''))).status).toBe(201);
  for (const origin of [server.url('globex.localhost', ''), 'https://evil.test', 'null']) {
    expect((await send(origin)).status).toBe(403);
  }
});

test('every failure is problem+json, the ones before the API too', async ({ server }) => {
  const { access: token } = await tokensOf(server, 'ada@example.com');
  const failures: [Asked, number][] = [
    [{ path: '/nothing' }, 404],
    [{ path: '/members' }, 401],
    [{ path: '/posts?page=0' }, 400],
    [{ method: 'PUT', path: '/posts', body: {} }, 405],
    [{ method: 'POST', path: '/posts', token, body: { title: 1 } }, 422],
    [{ method: 'POST', path: '/posts', token, headers: [['Content-Type', 'text/plain']] }, 415],
    [{ path: '/posts', token: 'x.y.z' }, 401],
    [{ path: '/platform/tenants' }, 404],
    [{ host: 'localhost', path: '/platform/tenants' }, 401],
    [{ host: 'localhost', path: '/posts' }, 404],
    [{ host: 'nobody.localhost', path: '/posts' }, 404],
  ];
  for (const [asked, status] of failures) {
    const answer = await ask(server, asked);
    expect([asked.path, answer.status]).toEqual([asked.path, status]);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status, requestId: expect.any(String) });
    expect(answer.headers['cache-control']).toContain('no-store');
  }
  const good = await ask(server, { path: '/posts' });
  expect(good.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'ratelimit-limit': expect.any(String),
    'x-content-type-options': 'nosniff',
  });
});

test('a body of 10 MB is refused, and the server goes on', async ({ server }) => {
  const { access: token } = await tokensOf(server, 'ada@example.com');
  const answer = await ask(server, {
    method: 'POST',
    path: '/tags',
    token,
    body: { name: 'a'.repeat(10 * 1024 * 1024) },
  });
  expect(answer.status).toBe(413);
  expect((await ask(server, { path: '/tenant' })).status).toBe(200);
});

test('a superuser’s program makes a tenant, whose owner has tokens at once', async ({ server }) => {
  const { access: token } = await tokensOf(server, 'root@example.com', 'localhost');
  const slug = `made-${Date.now()}`;
  const ownerEmail = `${slug}@example.com`;
  const body = { slug, name: 'Made', ownerEmail, ownerPassword: 'a password of their own' };
  const path = '/platform/tenants';
  const made = await ask(server, { host: 'localhost', method: 'POST', path, token, body });
  expect(made.status).toBe(201);
  await expect(async () => {
    const signIn = { email: ownerEmail, password: body.ownerPassword };
    const host = `${slug}.localhost`;
    const answer = await ask(server, { host, method: 'POST', path: '/token', body: signIn });
    expect(answer.status).toBe(200);
  }).toPass({ timeout: 10_000 });
});

for (const host of ['blog.acme.localhost', 'localhost']) {
  test(`the document of ${host} is valid, and its page works without any other host`, async ({
    page,
    server,
  }) => {
    // Swagger UI draws every operation before it is there.
    test.slow();
    const document = await httpGet(server, host, '/api/openapi.json');
    const { valid, errors } = await new Validator().validate(JSON.parse(document.body));
    expect([valid, errors ?? []]).toEqual([true, []]);

    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      const isOwn = request.url().startsWith(server.url(host, '/'));
      if (!isOwn && !request.url().startsWith('data:')) faults.push(request.url());
    });
    await page.goto(server.url(host, '/api/docs'));
    const operation = page.locator('.opblock', { hasText: '/token' }).first();
    await expect(operation).toBeVisible();
    // The example as it stands: Ada on her own tenant, Root on the root host.
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table');
    await expect(answer.locator('tr.response .response-col_status')).toContainText('200');
    const token = /"access":\s*"([\w.-]+)"/.exec((await answer.textContent()) ?? '')?.[1] ?? '';

    await page.getByRole('button', { name: 'Authorize' }).first().click();
    await page.locator('.modal-ux input').first().fill(token);
    await page
      .locator('.modal-ux')
      .getByRole('button', { name: 'Apply credentials' })
      .first()
      .click();
    await page.locator('.modal-ux').getByRole('button', { name: 'Close' }).first().click();
    const me = page.locator('.opblock', { hasText: '/me' }).first();
    await me.locator('.opblock-summary-control').click();
    await me.getByRole('button', { name: 'Execute' }).click();
    const who = me.locator('.live-responses-table');
    await expect(who).toContainText(host === 'localhost' ? 'root@example.com' : 'ada@example.com');
    expect(faults).toEqual([]);
  });
}
