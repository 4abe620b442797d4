import { cookieHeader, type HttpClient } from './support/http-client';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { postPage } from './support/post-page';
import { rawRequest } from './support/raw-request';
import { signIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };

test('an operator sets a tenant’s limits, and the tenant hears of them @phone', async ({
  page,
  server,
  browser,
}) => {
  const site = await makeSite(server, 4);
  await signIn(page, server, { ...root, path: `/admin/tenants/${site.id}` });
  await expect(page.getByText('4, unlimited')).toBeVisible();
  await page.getByLabel('Posts').fill('five');
  await page.getByLabel('Storage').fill('5 GB');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('Type a number from 0').first()).toBeVisible();
  await lookAt(page, 'limits-refused');
  await page.getByLabel('Posts').fill('5');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText(`${site.name} has new limits`)).toBeVisible();
  await expect(page.getByText('4 of 5')).toBeVisible();
  await expect(page.getByLabel('Storage')).toHaveValue('5 GB');
  await lookAt(page, 'limits-set');

  const staff = await browser.newContext({ viewport: page.viewportSize() });
  const own = await staff.newPage();
  await signIn(own, server, { host: site.host, email: site.people.owner, path: '/admin' });
  await expect(own.getByText('The limit of posts is near')).toBeVisible();
  await expect(own.getByText('4 of 5 posts are used')).toBeVisible();
  await lookAt(own, 'limits-near');
  await own.goto(server.url(site.host, '/admin/posts/new'));
  await expect(own.getByText('4 of 5 posts are used')).toBeVisible();
  const post = postPage(own);
  await post.title.fill('The last one');
  await expect(own).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}/);

  await own.goto(server.url(site.host, '/admin/posts/new'));
  await expect(own.getByText('The limit of posts is reached')).toBeVisible();
  await post.title.fill('One too many');
  const refusal = own.getByRole('alert').filter({ hasText: /reached: 5 of 5\. Move some/ });
  await expect(refusal).toBeVisible();
  await post.publish.click();
  await expect(refusal.first()).toBeFocused();
  await expect(post.title).toHaveValue('One too many');
  await lookAt(own, 'limits-full');
  await staff.close();
});

test('limits of every tenant and of a cache are set without scripts too', async ({
  browser,
  server,
}) => {
  const site = await makeSite(server, 1);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { ...root, path: '/admin/limits' });
  await page.getByLabel('Members').fill('90,000');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByLabel('Members')).toHaveValue('90000');
  await page.goto(server.url('localhost', `/admin/tenants/${site.id}`));
  await expect(page.getByText('3 of 90,000')).toBeVisible();
  await page.getByLabel('Kept in').selectOption('postgres');
  await page.getByLabel('Entries at most').fill('0');
  await page.getByRole('button', { name: 'Save and empty' }).click();
  await expect(page.getByText('Type a number from 1 to 1000000.').first()).toBeVisible();
  await page.getByLabel('Entries at most').fill('500');
  await page.getByRole('button', { name: 'Save and empty' }).click();
  await expect(page.getByLabel('Kept in')).toHaveValue('postgres');
  await page.goto(server.url('localhost', '/admin/limits'));
  await page.getByLabel('Members').fill('');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByLabel('Members')).toHaveValue('');
  await context.close();
});

test('programs hear of limits, requests are counted by tenant, pages are not', async ({
  server,
}) => {
  const [site, other] = [await makeSite(server, 2), await makeSite(server, 1)];
  const operator = await signInByHttp(server, 'localhost', root.email);
  const set = (limits: object) =>
    sendJson(operator, 'PATCH', `/platform/tenants/${site.id}/limits`, { limits });
  const answer = await set({ posts: 2 });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body).limits.posts).toEqual({ used: 2, most: 2, isDefault: false });
  expect((await set({ posts: -1 })).status).toBe(422);

  const owner = await signInByHttp(server, site.host, site.people.owner);
  const authors = JSON.parse((await owner.get('/api/v1/authors')).body);
  const post = { title: 'Three', authorId: authors.data[0].id };
  const made = await sendJson(owner, 'POST', '/posts', post);
  expect([made.status, made.headers['content-type']]).toEqual([409, 'application/problem+json']);
  expect(JSON.parse(made.body)).toMatchObject({ limit: { name: 'posts', used: 2, most: 2 } });

  expect((await set({ requests: 5 })).status).toBe(200);
  const statuses = async () => (await owner.get('/api/v1/tenant')).status;
  await expect.poll(statuses, { timeout: 10_000 }).toBe(429);
  const refused = await owner.get('/api/v1/tenant');
  expect(refused.headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': '0' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await owner.get('/blog')).status).toBe(200);
  const stranger = await signInByHttp(server, other.host, other.people.owner);
  expect((await stranger.get('/api/v1/tenant')).status).toBe(200);

  function sendJson(client: HttpClient, method: string, path: string, body: object) {
    const headers: [string, string][] = [
      ['Cookie', cookieHeader(client.cookies)],
      ['Origin', client.origin],
      ['Content-Type', 'application/json'],
    ];
    const { host } = client;
    const asked = { port: server.port, host, method, headers, body: JSON.stringify(body) };
    return rawRequest({ ...asked, path: `/api/v1${path}` });
  }
});
