import { createAppClient } from '@/lib/db/client';
import { demoPassword } from '@/lib/demo/demo-people';
import { seedDemo } from '@/lib/demo/seed-demo';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { createPageClient } from '../measure/fetch-pages';
import { loadPages, warmUpAmount } from '../measure/load-pages';
import { measurePairs, summarizeRun } from '../measure/measure-pairs';
import type { Criterion } from '../report/ratio-result';
import { startAppServer } from '../world/app-server';
import { buildBareApp } from '../world/bare-app';
import { startBenchServer } from '../world/bench-database';
import { ensureBuild } from '../world/ensure-build';
import { startWebServer } from '../world/web-server';

const criterion: Criterion = {
  id: 'P2',
  name: 'admin page with session and two walls / the same page with neither',
  measure: 'requests per second',
  better: 'higher',
  limit: 0.6,
  aim: 0.85,
};

const path = '/admin/posts';
/** How far the pages of both sides may differ in size. */
const sizeTolerance = 0.05;

/**
 * P2: the demo's list of posts in the admin, signed in, behind middleware, session, scoped handle
 * and row security, against the same screen of a copy that has none of them, on the same database.
 */
export const measureAdminPage: Measurement = async (bench) => {
  await ensureBuild(bench);
  const database = await seedAcme(bench);
  bench.say('P2: building the copy without doors and walls');
  const folder = `${bench.folder}/bare-app`;
  await buildBareApp(folder);
  const app = await startAppServer(bench, database.appUrl);
  const bare = await startWebServer(bench, {
    folder,
    readyPath: '/~acme/blog',
    env: (port) => ({
      ROOT_DOMAIN: `localhost:${port}`,
      DATABASE_URL: database.ownerUrl,
      AUTH_SECRET: app.secret,
      DATA_DIR: `${bench.folder}/bare-${port}`,
    }),
  });
  const host = `acme.localhost:${app.port}`;
  const target = { host, path, headers: { cookie: await signIn(app.port, host) } };
  const reference = { host: `localhost:${bare.port}`, path: `/~acme${path}` };
  const notes = [compareSizes(await sizeOf(app.port, target), await sizeOf(bare.port, reference))];

  bench.say('P2: measuring');
  const seconds = bench.quick ? 1 : 4;
  const targetLoad = { ...app, pages: [target], seconds };
  const referenceLoad = { ...bare, pages: [reference], seconds };
  const amount = warmUpAmount(bench.quick) / 4;
  await loadPages({ ...referenceLoad, amount });
  await loadPages({ ...targetLoad, amount });
  const run = await measurePairs(
    pairCount(bench),
    () => loadPages(referenceLoad),
    () => loadPages(targetLoad),
  );
  return [{ ...criterion, ...summarizeRun(run, 'rate'), notes }];
};

/** The demo with one tenant: the copy asks for all rows there are. */
async function seedAcme(bench: BenchContext) {
  const server = await startBenchServer(bench, { durable: false });
  return server.database('demo', async (owner, { appUrl }) => {
    const client = createAppClient(appUrl, { max: 2, prepare: true });
    await seedDemo(owner, client);
    await client.end();
    const globex = owner`(select id from platform.tenants where slug = 'globex')`;
    for (const table of ['post_tags', 'posts', 'tags', 'authors']) {
      await owner`delete from ${owner(table)} where tenant_id = ${globex}`;
    }
    await owner`delete from platform.tenants where slug = 'globex'`;
  });
}

/** @returns the cookie of a session of the demo's owner. */
async function signIn(port: number, host: string): Promise<string> {
  const client = createPageClient(port, 1);
  const first = await client.get(host, '/api/auth/csrf');
  const cookies = cookiesOf(first.headers['set-cookie']);
  const fields = new URLSearchParams({
    csrfToken: JSON.parse(first.body).csrfToken,
    email: 'ada@example.com',
    password: demoPassword,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies };
  const origin = `http://${host}`;
  const signed = await client.post(
    host,
    '/api/auth/callback/credentials',
    { ...headers, origin },
    fields.toString(),
  );
  client.close();
  const session = cookiesOf(signed.headers['set-cookie']);
  if (!session.includes('.session=')) throw new Error(`Signing in answers ${signed.status}.`);
  return session;
}

function cookiesOf(sent: string[] = []): string {
  return sent.map((cookie) => cookie.split(';')[0]).join('; ');
}

type Ask = { host: string; path: string; headers?: Record<string, string> };

async function sizeOf(port: number, { host, path: asked, headers }: Ask): Promise<number> {
  const client = createPageClient(port, 1);
  const { status, body } = await client.get(host, asked, headers);
  client.close();
  if (status !== 200 || !body.includes('<table')) throw new Error(`${asked} answers ${status}.`);
  return Buffer.byteLength(body);
}

function compareSizes(target: number, reference: number): string {
  const text = `${target} bytes of HTML, without doors and walls ${reference}`;
  if (Math.abs(target / reference - 1) > sizeTolerance) throw new Error(`Not comparable: ${text}.`);
  return text;
}
