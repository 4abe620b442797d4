import type { Sql } from 'postgres';
import { mediaAddress } from '../../media/media-address';
import type { Tenants } from '../world/fill-database';
import { pictureName } from '../world/plant-pictures';
import { connect, type ScratchDatabase } from '../world/scratch-server';
import type { TenantName, WalkTenant } from '../world/tenants';

/** A tenant as its pages show it. */
export interface Site extends WalkTenant {
  /** Its hosts, with port where they need one. */
  hosts: string[];
  /** Texts that only its own rows contain: titles, names, descriptions. */
  texts: string[];
  /** Ids of its rows. */
  ids: Set<string>;
  /** Id of its post "hello-world"; its own id where it has none. */
  post: string;
  /** Addresses of a picture of its own, whole and in a width. */
  picture: { address: string; narrow: string };
}

export type Sites = Record<TenantName, Site>;

/**
 * Reads what would give a tenant away on another's page.
 *
 * @param port - of the server under test, whose root domain is localhost.
 */
export async function readSites(
  database: ScratchDatabase,
  tenants: Tenants,
  port: number,
): Promise<Sites> {
  const sql = connect(database.adminUrl);
  const entries: [string, Site][] = [];
  for (const [name, tenant] of Object.entries(tenants)) {
    const hosts = [`${tenant.slug}.localhost:${port}`, ...tenant.domains];
    const texts = await readTexts(sql, tenant.id);
    const [ids, picture] = [await readIds(sql, tenant.id), await readPicture(sql, tenant)];
    const post = await readPost(sql, tenant.id);
    entries.push([name, { ...tenant, hosts, texts, ids, post, picture }]);
  }
  await sql.end({ timeout: 2 });
  return Object.fromEntries(entries) as Sites;
}

/** What another tenant writes too, and what the platform's front page says of it, gives nobody away. */
async function readTexts(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql`
    with texts as (
      select tenant_id, title as text from pool.posts
      union all select tenant_id, description from pool.posts
      union all select tenant_id, name from pool.authors
      union all select tenant_id, name from pool.tags)
    select distinct text from texts a where tenant_id = ${id} and length(text) > 7
      and not exists (select from texts b where b.tenant_id <> ${id}
        and position(lower(a.text) in lower(b.text)) > 0)
      and not exists (select from pool.posts p where p.tenant_id <> ${id}
        and position(lower(a.text) in lower(p.body)) > 0)
      and not exists (select from platform.tenants t where t.id = ${id}
        and position(lower(a.text) in lower(t.settings ->> 'description')) > 0)`;
  return rows.map(({ text }) => String(text).toLowerCase());
}

async function readIds(sql: Sql, id: string): Promise<Set<string>> {
  const rows = await sql`
    select id::text from pool.posts where tenant_id = ${id}
    union all select id::text from pool.authors where tenant_id = ${id}
    union all select id::text from pool.tags where tenant_id = ${id}
    union all select id::text from pool.media where tenant_id = ${id}
    union all select id::text from platform.domains where tenant_id = ${id}
    union all select id::text from platform.memberships where tenant_id = ${id}
    union all select ${id}`;
  return new Set(rows.map((row) => row.id));
}

async function readPost(sql: Sql, id: string): Promise<string> {
  const [row] = await sql`
    select id::text from pool.posts where tenant_id = ${id} and slug = 'hello-world'`;
  return row?.id ?? id;
}

/** A tenant without rows has an address where nothing is. */
async function readPicture(sql: Sql, tenant: WalkTenant): Promise<Site['picture']> {
  const fileName = pictureName(tenant);
  const [row] = await sql`
    select id::text from pool.media where tenant_id = ${tenant.id} and file_name = ${fileName}`;
  const picture = { id: row?.id ?? tenant.id, fileName };
  return { address: mediaAddress(picture), narrow: mediaAddress(picture, 480) };
}
