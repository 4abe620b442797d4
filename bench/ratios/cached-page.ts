import { createAppClient } from '@/lib/db/client';
import { demoTenants } from '@/lib/demo/demo-tenants';
import { seedDemo } from '@/lib/demo/seed-demo';
import { type BenchContext, type Measurement, pairCount } from '../bench-context';
import { createPageClient } from '../measure/fetch-pages';
import { loadPages, warmUpAmount } from '../measure/load-pages';
import { measurePairs, summarizeRun } from '../measure/measure-pairs';
import type { Criterion } from '../report/ratio-result';
import { startAppServer } from '../world/app-server';
import { startBenchServer } from '../world/bench-database';
import { ensureBuild } from '../world/ensure-build';
import { readPageMarkup } from '../world/page-markup';
import { buildStaticSite, type StaticPage } from '../world/static-site';
import { startWebServer } from '../world/web-server';

const rate: Criterion = {
  id: 'P1',
  name: 'cached tenant page / static page without middleware',
  measure: 'requests per second',
  better: 'higher',
  limit: 0.4,
  aim: 0.5,
};
// An aim for the CPU is not set; twice is what the aim for the rate comes to.
const cpu: Criterion = { ...rate, measure: 'CPU per request', better: 'lower', limit: 2.5, aim: 2 };

/** How far the pages of both sides may differ in size. */
const sizeTolerance = 0.05;

/** P1: front pages of the demo, cached, against static pages with the same markup. */
export const measureCachedPage: Measurement = async (bench) => {
  await ensureBuild(bench);
  const app = await startDemo(bench);
  const hosts = demoHosts(app.port);
  const originals = await fetchAll(
    app.port,
    hosts.map((host) => ({ host, path: '/' })),
  );
  bench.say('P1: building the static pages');
  const folder = `${bench.folder}/static-site`;
  await buildStaticSite(folder, originals.map(toStaticPage));
  const site = await startWebServer(bench, { folder, readyPath: '/page-0' });
  const copies = hosts.map((_, index) => ({
    host: `localhost:${site.port}`,
    path: `/page-${index}`,
  }));
  const sizes = compareSizes(originals, await fetchAll(site.port, copies));

  bench.say('P1: measuring');
  const seconds = bench.quick ? 1 : 4;
  const targetLoad = { ...app, pages: hosts.map((host) => ({ host, path: '/' })), seconds };
  const referenceLoad = { ...site, pages: copies, seconds };
  const amount = warmUpAmount(bench.quick);
  await loadPages({ ...referenceLoad, amount });
  await loadPages({ ...targetLoad, amount });
  const run = await measurePairs(
    pairCount(bench),
    () => loadPages(referenceLoad),
    () => loadPages(targetLoad),
  );
  const results = [{ ...rate, ...summarizeRun(run, 'rate'), notes: [sizes] }];
  if (run.references.some((sample) => sample.cpu === 0)) {
    results[0]?.notes.push('CPU per request is not known: this system has no /proc');
    return results;
  }
  return [...results, { ...cpu, ...summarizeRun(run, 'cpu'), notes: [] }];
};

async function startDemo(bench: BenchContext) {
  const server = await startBenchServer(bench, { durable: false });
  const database = await server.database('demo', async (owner, { appUrl }) => {
    const client = createAppClient(appUrl, { max: 2, prepare: true });
    await seedDemo(owner, client);
    await client.end();
  });
  return startAppServer(bench, database.appUrl);
}

/** Every host the demo answers on. */
function demoHosts(port: number): string[] {
  return demoTenants
    .flatMap(({ slug, domains }) => [`${slug}.localhost`, ...domains])
    .map((host) => `${host}:${port}`);
}

async function fetchAll(port: number, pages: { host: string; path: string }[]): Promise<string[]> {
  const client = createPageClient(port, 1);
  const bodies: string[] = [];
  for (const { host, path } of pages) {
    // The first one may make the page; the second one is what everybody gets.
    await client.get(host, path);
    const { status, headers, body } = await client.get(host, path);
    if (status !== 200) throw new Error(`${host}${path} answers ${status}.`);
    if (headers['x-nextjs-cache'] !== 'HIT') throw new Error(`${host}${path} is not cached.`);
    bodies.push(body);
  }
  client.close();
  return bodies;
}

function toStaticPage(html: string, index: number): StaticPage {
  return { name: `page-${index}`, nodes: readPageMarkup(html), bytes: Buffer.byteLength(html) };
}

/** Tells the mean size of both; a reference of another size would be another measurement. */
function compareSizes(originals: readonly string[], copies: readonly string[]): string {
  const [target, reference] = [originals, copies].map((pages) =>
    Math.round(pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / pages.length),
  ) as [number, number];
  const text = `${target} bytes of HTML a page, the static pages have ${reference}`;
  if (Math.abs(target / reference - 1) > sizeTolerance) throw new Error(`Not comparable: ${text}.`);
  return text;
}
