import { readdirSync, readFileSync } from 'node:fs';
import { rawRequest } from './support/raw-request';
import { startServer, type TestServer } from './support/server';
import { expect, test } from './support/test';

// One server that this file may harm; its tests follow one another.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let own: TestServer;

test.beforeAll(async () => {
  own = await startServer();
});

test.afterAll(async () => {
  await own.stop();
});

test('with the database gone, cached pages serve, others show the designed error, routes answer 503', async ({
  page,
  request,
}) => {
  const cached = own.url('acme.localhost', '/blog/hello-world');
  await request.get(cached);
  expect((await request.get(cached)).headers()['x-nextjs-cache']).toBe('HIT');
  await own.database.kill();

  const kept = await request.get(cached);
  expect(kept.status()).toBe(200);
  expect(await kept.text()).toContain('anvil');

  const health = await request.get(own.url('localhost', '/api/health'));
  expect(health.status()).toBe(503);
  expect(await health.json()).toMatchObject({ checks: { database: { status: 'down' } } });

  const route = await request.get(own.url('globex.localhost', '/feed.xml'));
  expect(route.status()).toBe(503);
  expect(route.headers()['retry-after']).toBeTruthy();
  expect(await route.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|select |postgres/i);

  const answer = await page.goto(own.url('globex.localhost', '/blog/hello-world'));
  expect(answer?.status()).toBe(500);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /try again/i })).toBeVisible();
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/ECONNREFUSED|select |postgres|stack/i);
  const requestId = answer?.headers()['x-request-id'] ?? 'none';
  expect(text).toContain(requestId.slice(0, 8));
  expect(own.logs()).toContain(requestId);
});

test('everything recovers alone when the database is back', async ({ page, request }) => {
  await own.database.start();
  const health = () => request.get(own.url('localhost', '/api/health'));
  await expect.poll(async () => (await health()).status(), { timeout: 10_000 }).toBe(200);
  const answer = await page.goto(own.url('globex.localhost', '/blog/hello-world'));
  expect(answer?.status()).toBe(200);
  await expect(page.locator('body')).toContainText('turbine');
});

test('10,000 invented hosts leave the process small, the disk empty and the demo quick to answer', async ({
  request,
}) => {
  test.skip(process.platform !== 'linux', 'reads the memory of a process from /proc');
  const before = memoryOf(own.pid);
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < 10_000; n = next++) {
      const host = n % 2 ? `x${n}.invented.test` : `x${n}.localhost`;
      const answer = await rawRequest({ port: own.port, path: '/', host });
      if (answer.status !== 404) throw new Error(`${host} answered ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const grown = memoryOf(own.pid) - before;
  // Next keeps at most 50 MB of pages; the rest is what any load leaves in a Node process.
  expect(grown).toBeLessThan(400 * 1024 * 1024);
  expect(filesNaming('invented.test', '.next/server')).toEqual([]);
  expect((await request.get(own.url('acme.localhost'))).status()).toBe(200);
});

/** Resident memory in bytes. */
function memoryOf(pid: number): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function filesNaming(text: string, folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.includes(text));
}
