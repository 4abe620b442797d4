import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { RealtimeServer } from '../lib/realtime/server/realtime-options';
import { startRealtimeServer } from '../lib/realtime/server/start-realtime-server';
import { freePort } from './support/free-port';
import { startServer, type TestServer } from './support/server';
import { signIn, signInByHttp } from './support/sign-in';
import { expect, test } from './support/test';

// A server of one's own (PUSHER_*): the embedded one stays away, and this one comes and goes.
test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const app = {
  id: '4711',
  key: randomBytes(8).toString('hex'),
  secret: randomBytes(16).toString('hex'),
};
let port: number;
let realtime: RealtimeServer;
let own: TestServer;
const start = () => startRealtimeServer({ app, port, limits: { shutdownSpreadMs: 0 } });

test.beforeAll(async () => {
  port = await freePort();
  realtime = await start();
  own = await startServer({
    env: {
      ...{ PUSHER_APP_ID: app.id, PUSHER_KEY: app.key, PUSHER_SECRET: app.secret },
      ...{ PUSHER_HOST: '127.0.0.1', PUSHER_PORT: String(port), PUSHER_USE_TLS: '0' },
    },
  });
});
test.afterAll(async () => {
  await own?.stop();
  await realtime?.close();
});

const state = (page: Page) => page.locator('[data-realtime]');
const bell = (page: Page) => page.getByRole('link', { name: /^Notifications/ });

async function broadcast(title: string): Promise<void> {
  const owner = await signInByHttp(own, 'acme.localhost', 'ada@example.com');
  const body = JSON.stringify({ title, body: '', audience: { all: true } });
  const headers: [string, string][] = [
    ['Origin', owner.origin],
    ['Content-Type', 'application/json'],
  ];
  expect((await owner.post('/api/v1/notifications/broadcast', body, headers)).status).toBe(201);
}

test('pages connect to the server that is configured, and hear by it', async ({ page }) => {
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await signIn(page, own, { host: 'acme.localhost', email: 'bob@example.com', path: '/admin' });
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  expect(sockets.every((url) => url.startsWith(`ws://127.0.0.1:${port}/app/${app.key}?`))).toBe(
    true,
  );
  const health = await fetch(own.url('localhost', '/api/health'));
  expect((await health.json()).checks.realtime).toEqual({ status: 'up' });
  await broadcast('By the other server');
  await expect(page.locator('.toast')).toContainText('By the other server');
});

test('the server goes and comes back while people are told things: nobody misses one', async ({
  page,
  browser,
}) => {
  const device = await browser.newContext();
  const pages = [page, await device.newPage()];
  const people = ['bob@example.com', 'cleo@example.com'];
  for (const [at, email] of people.entries()) {
    const path = at === 0 ? '/admin' : '/notifications';
    await signIn(pages[at] as Page, own, { host: 'acme.localhost', email, path });
    await expect(bell(pages[at] as Page)).toBeVisible();
  }
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  const unread = async (one: Page) =>
    Number(/(\d+) unread/.exec((await bell(one).getAttribute('aria-label')) ?? '')?.[1] ?? 0);
  const before = await Promise.all(
    people.map(async (email) => {
      const client = await signInByHttp(own, 'acme.localhost', email);
      return JSON.parse((await client.get('/api/v1/notifications')).body).unread as number;
    }),
  );
  const said = 6;
  for (let at = 0; at < said; at += 1) {
    if (at === 2) await realtime.close();
    if (at === 4) realtime = await start();
    await broadcast(`Said at ${at}`);
  }
  for (const [at, one] of pages.entries()) {
    await expect.poll(() => unread(one), { timeout: 60_000 }).toBe((before[at] ?? 0) + said);
  }
  await expect(state(page)).toHaveAttribute('data-realtime', 'on');
  await broadcast('After it came back');
  await expect(page.locator('.toast').filter({ hasText: 'After it came back' })).toHaveCount(1);
  await device.close();
});

test('while it is away pages work, and health says so', async ({ page }) => {
  await realtime.close();
  const health = await fetch(own.url('localhost', '/api/health'));
  const { status, checks } = await health.json();
  expect([health.status, status, checks.realtime.status]).toEqual([200, 'degraded', 'down']);
  await signIn(page, own, {
    host: 'acme.localhost',
    email: 'bob@example.com',
    path: '/admin/posts',
  });
  await expect(page.getByRole('heading', { name: 'Posts' })).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName(/not live at the moment/);
  await page.goto(own.url('acme.localhost', '/notifications'));
  await expect(page.getByRole('heading', { name: /After it came back/ })).toBeVisible();
  await page.goto(own.url('acme.localhost', '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/signed-out=1/);
});
