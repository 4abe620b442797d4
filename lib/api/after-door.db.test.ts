// First: Next looks for it once, when its modules load.
import '../isolation/cache/next-environment';
import { AfterContext } from 'next/dist/server/after/after-context';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { after, NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { appClient } from '../db/client';
import { tags } from '../db/schema/tenant';
import { env } from '../env';
import { withNextStore } from '../isolation/cache/next-store';
import { current, findCurrent } from '../tenancy/context';
import { prepareTenants } from '../testing/prepare-tenants';
import { tenantRoute } from './tenant-route';

// What Next's own bundler takes for it in a route.
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'));

const world = prepareTenants(['acme', 'globex']);
beforeAll(() => {
  env().DATABASE_URL = world.appUrl;
});
afterAll(() => appClient().end());

const seen: string[] = [];
const GET = tenantRoute(
  async ({ tenant }) => {
    after(async () => {
      const [tag] = await current().db.read((tx) => tx.select().from(tags));
      seen.push(`${tenant.slug}: ${current().tenant.slug} ${tag?.name}`);
    });
    return new Response(tenant.slug);
  },
  { permission: 'public' },
);

/** Asks as Next does: its own stores around the door, and `after()` once the answer is sent. */
async function ask(slug: string) {
  const work: Promise<unknown>[] = [];
  const closing: (() => void)[] = [];
  const faults: unknown[] = [];
  const afterContext = new AfterContext({
    waitUntil: (promise) => void work.push(promise),
    onClose: (callback) => void closing.push(callback),
    onTaskError: (error) => void faults.push(error),
  });
  const request = new NextRequest(`http://${slug}.localhost:3000/x`);
  const workStore = { route: '/x', afterContext } as never;
  const unit = { type: 'request', phase: 'action', url: request.nextUrl } as never;
  const answer = await workAsyncStorage.run(workStore, () =>
    workUnitAsyncStorage.run(unit, () =>
      GET(request, { params: Promise.resolve({ tenant: `~${slug}` }) }),
    ),
  );
  const finish = async () => {
    for (const close of closing) close();
    await Promise.all(work);
    expect(faults).toEqual([]);
  };
  return { text: await answer.text(), finish };
}

test('what a door puts off until after its answer still has its tenant', async () => {
  await withNextStore(async () => {
    const asked = await Promise.all(['acme', 'globex', 'acme'].map(ask));
    expect(asked.map(({ text }) => text)).toEqual(['acme', 'globex', 'acme']);
    expect(seen).toEqual([]);
    expect(findCurrent()).toBeNull();
    for (const { finish } of asked.reverse()) await finish();
  });
  expect(seen).toEqual(['acme: acme acme', 'globex: globex globex', 'acme: acme acme']);
});
