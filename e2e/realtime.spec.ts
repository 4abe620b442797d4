import type { Page } from '@playwright/test';
import { openOwnerClient } from '../lib/db/owner-client';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, signInByHttp } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 2);
});

const state = (page: Page) => page.locator('[data-realtime]');

async function open(page: Page, server: SharedServer, email: string, path = '/admin') {
  await signIn(page, server, { host: site.host, email, path });
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
}

test('a page connects through its own origin, and is told when it has nobody’s ear @phone', async ({
  page,
  server,
  context,
}) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await open(page, server, site.people.editor);
  expect(sockets[0]).toMatch(new RegExp(`^ws://${site.host}:${server.port}/app/[0-9a-f]{24}\\?`));
  const other = await context.newPage();
  await other.goto(server.url(site.host, '/logout'));
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(state(page)).toContainText('You are signed out.');
});

test('somebody who signs out on one device comes back by themselves on the others', async ({
  page,
  server,
  browser,
}) => {
  const email = site.people.owner;
  await open(page, server, email);
  const device = await browser.newContext();
  const there = await device.newPage();
  await open(there, server, email);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const gone = page.waitForEvent('websocket');
  await there.goto(server.url(site.host, '/logout'));
  await there.getByRole('button', { name: 'Sign out' }).click();
  await gone;
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  await device.close();
});

test('who is removed is told on their open page', async ({ page, server }) => {
  const { id, host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.editor, path: '/admin' });
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    delete from platform.memberships where tenant_id = ${id} and email = ${people.editor}`;
  await sql.end();
  await expect(state(page)).toContainText('You are signed out.');
});

test('two people in the admin see each other, and nobody of another site', async ({
  page,
  server,
  browser,
}) => {
  await open(page, server, site.people.owner, '/admin/posts');
  const device = await browser.newContext();
  const there = await device.newPage();
  await open(there, server, site.people.editor, '/admin/tags');
  const here = page.locator('.here-now');
  await expect(here).toContainText('1 here');
  await there.goto(server.url(site.host, '/admin/posts'));
  await expect(here).toContainText('on this page');
  await expect(there.locator('.here-now')).toContainText('on this page');
  const elsewhere = await makeSite(server, 1);
  const stranger = await device.newPage();
  await stranger.context().clearCookies();
  await signIn(stranger, server, {
    host: elsewhere.host,
    email: elsewhere.people.owner,
    path: '/admin/posts',
  });
  await expect(state(stranger)).toHaveAttribute('data-realtime', 'on');
  await expect(stranger.locator('.here-now')).toHaveCount(0);
  await device.close();
  await expect(here, 'a closed window leaves').toHaveCount(0);
});

test('a message of somebody who is signed out is discarded, and closes all connections of theirs', async ({
  page,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  await signIn(page, server, { host, email: people.editor, path: '/admin' });
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  const program = await signInByHttp(server, host, people.editor);
  const send = () =>
    program.post('/api/realtime/op', JSON.stringify({ op: 'room.list', socket_id: '1.1' }), [
      ['Origin', program.origin],
      ['Content-Type', 'application/json'],
    ]);
  expect((await send()).status).toBe(200);
  const kept = new Map(program.cookies);
  const away = page.waitForEvent('websocket');
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    update platform.sessions set revoked_at = now() where user_agent not like 'Mozilla%'
    and user_id = (select id from platform.users where email = ${people.editor})`;
  await sql.end();
  await away;
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  const again = page.waitForEvent('websocket');
  for (const [name, value] of kept) program.cookies.set(name, value);
  expect((await send()).status).toBe(401);
  await again;
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
});

test('a domain of a tenant’s own has sockets too', async ({ page, server }) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await signIn(page, server, {
    host: 'blog.acme.localhost',
    email: 'bob@example.com',
    path: '/admin',
  });
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  expect(sockets[0]).toContain(`ws://blog.acme.localhost:${server.port}/app/`);
});
