import type { ArchiveMonth } from '../blog/archive-period';
import { listArchive } from '../blog/list-archive';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** A year in which something was published, with its months, the newest first. */
export interface ArchiveYear {
  year: number;
  postCount: number;
  months: ArchiveMonth[];
}

/** Gives the years of the site's archive, the newest first. */
export async function readArchive(ctx: TenantContext): Promise<ArchiveYear[]> {
  const { id, settings } = ctx.tenant;
  const found = await cachedForTenant({
    tenantId: id,
    name: 'site.archive',
    args: [settings.timeZone],
    tags: [postsTag(id)],
    read: () => listArchive(ctx),
  });
  const years = new Map<number, ArchiveYear>();
  for (const month of found) {
    const one = years.get(month.year) ?? { year: month.year, postCount: 0, months: [] };
    one.postCount += month.postCount;
    one.months.push(month);
    years.set(month.year, one);
  }
  return [...years.values()];
}
