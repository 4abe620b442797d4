import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TenantContext } from '../tenancy/tenant';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import type { ArchivePeriod } from './archive-period';
import { inTimeZone } from './in-time-zone';
import { listArchive } from './list-archive';
import { listPosts } from './list-posts';
import { postsOfPeriod } from './posts-of-period';

let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  const { acme, globex } = tenants;
  await plant(acme, [
    // Already 2024 in Berlin, still 2023 in London.
    ['new-year', '2023-12-31T23:30:00Z'],
    ['may', '2024-05-15T12:00:00Z'],
    // June in Berlin, in summer time.
    ['last-of-may', '2024-05-31T22:30:00Z'],
  ]);
  await plant(globex, [['theirs', '2024-05-15T12:00:00Z']]);
  await tenants.owner`
    insert into posts (tenant_id, author_id, slug, title, status, published_at, deleted_at) values
      (${acme.id}, ${acme.authorId}, 'later', 'Later', 'scheduled', '2024-07-01', null),
      (${acme.id}, ${acme.authorId}, 'gone', 'Gone', 'published', '2024-08-01', now())`;
});
afterAll(() => tenants.close());

async function plant({ id, authorId }: { id: string; authorId: string }, rows: string[][]) {
  for (const [slug = '', at = ''] of rows) {
    await tenants.owner`
      insert into posts (tenant_id, author_id, slug, title, status, published_at)
      values (${id}, ${authorId}, ${slug}, ${slug}, 'published', ${at})`;
  }
}

function at(timeZone: string): TenantContext {
  const ctx = tenants.acme.ctx as unknown as TenantContext;
  return { ...ctx, tenant: { ...ctx.tenant, settings: { ...ctx.tenant.settings, timeZone } } };
}

const months = async (zone: string) =>
  (await listArchive(at(zone))).map(({ year, month, postCount }) => [year, month, postCount]);

const inPeriod = async (zone: string, period: ArchivePeriod) => {
  const list = await inTimeZone(at(zone), (expression) =>
    listPosts(at(zone), { limit: 9, within: postsOfPeriod(period, expression) }),
  );
  return list.posts.map(({ slug }) => slug);
};

test('months are those of the tenant’s time zone, of what is out at this tenant alone', async () => {
  const berlin = [
    [2024, 6, 1],
    [2024, 5, 1],
    [2024, 1, 1],
  ];
  expect(await months('Europe/Berlin')).toEqual(berlin);
  expect(await months('Europe/London')).toEqual([
    [2024, 5, 2],
    [2023, 12, 1],
  ]);
  // An offset east of Greenwich, which PostgreSQL alone would take for one west of it.
  expect(await months('+02:00')).toEqual(berlin);
});

test('a period holds exactly the posts that its month counts', async () => {
  expect(await inPeriod('Europe/Berlin', { year: 2024 })).toEqual([
    'last-of-may',
    'may',
    'new-year',
  ]);
  expect(await inPeriod('Europe/Berlin', { year: 2024, month: 5 })).toEqual(['may']);
  expect(await inPeriod('Europe/London', { year: 2024, month: 5 })).toEqual(['last-of-may', 'may']);
  expect(await inPeriod('Europe/London', { year: 2023, month: 12 })).toEqual(['new-year']);
  expect(await inPeriod('UTC', { year: 9999, month: 12 })).toEqual([]);
});

test('a zone that the database does not know is read as UTC', async () => {
  expect(await months('Europe/Atlantis')).toEqual(await months('UTC'));
  expect(await inPeriod('Europe/Atlantis', { year: 2023 })).toEqual(['new-year']);
});
