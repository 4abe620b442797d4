import type { Sql, TransactionSql } from 'postgres';

/** Seeding at scale: told how far it is, and stopped between two batches. */
export interface SeedOptions {
  onProgress?: (done: { tenants: number; posts: number }) => void;
  signal?: AbortSignal;
}

const postsAtOnce = 10_000;
const tenantsAtOnce = 500;

/**
 * Makes tenants t00001, t00002, ... with posts each, batch by batch in a few large statements: for
 * trying things at scale. What is there stays, so that who was interrupted can begin again.
 *
 * @param owner - signed in as the owner role.
 * @returns how many posts were written; of tenants that were there already too.
 * @throws the signal's reason between two batches; those before stay.
 */
export async function seedTenants(
  owner: Sql,
  tenants: number,
  postsEach: number,
  { onProgress = () => {}, signal }: SeedOptions = {},
): Promise<{ posts: number }> {
  const step = Math.max(1, Math.min(tenantsAtOnce, Math.floor(postsAtOnce / postsEach)));
  let posts = 0;
  for (let from = 1; from <= tenants; from += step) {
    signal?.throwIfAborted();
    const to = Math.min(tenants, from + step - 1);
    posts += await owner.begin((sql) => seedBatch(sql, from, to, postsEach));
    onProgress({ tenants: to, posts });
  }
  // A plan made before there was anything takes long over what is there now.
  await owner`analyze platform.tenants, authors, posts`;
  return { posts };
}

async function seedBatch(
  sql: TransactionSql,
  from: number,
  to: number,
  postsEach: number,
): Promise<number> {
  const [user] = await sql`
    insert into platform.users (email, name, is_active) values ('seed@example.com', 'Seed', false)
    on conflict (email) do update set email = excluded.email returning id`;
  const slugs = Array.from({ length: to - from + 1 }, (_, at) => slugOf(from + at));
  // Who asked for these hosts before may have cached that they are nobody's.
  await sql`
    with made as (
      insert into platform.tenants (slug, name, owner_id, metadata)
      select slug, 'Tenant ' || slug.n, ${user?.id}, '{"seeded": true}'
      from unnest(${slugs}::text[], ${numbers(from, to)}::int[]) slug (slug, n)
      on conflict (slug) do nothing returning id, name, slug
    )
    insert into platform.events (tenant_id, type, subject_id, payload, cache_tags)
    select id, 'tenant.created', id,
      jsonb_build_object('resource', 'tenants', 'label', name, 'slug', slug), array['t:' || id, 'host:' || slug]
    from made`;
  const ours = await sql`
    select id from platform.tenants where slug = any(${slugs}) and metadata @> '{"seeded": true}'`;
  const ids = ours.map(({ id }) => id as string);
  await sql`
    insert into authors (tenant_id, slug, name)
    select id, 'writer', 'Writer of ' || name from platform.tenants where id = any(${ids})
    on conflict (tenant_id, slug) where deleted_at is null do nothing`;
  const written = await sql`
    insert into posts (tenant_id, slug, title, description, body, status, published_at, author_id, reading_minutes)
    select t.id, 'post-' || n, 'Post ' || n || ' of ' || t.name, 'What tenant ' || t.slug || ' has to say, part ' || n,
      repeat('A paragraph of ' || t.name || ', number ' || n || E'.\n\n', 12),
      'published', now() - n * interval '1 hour', a.id, 2
    from platform.tenants t join authors a on a.tenant_id = t.id and a.slug = 'writer' and a.deleted_at is null
    cross join generate_series(1, ${postsEach}::int) n
    where t.id = any(${ids})
    on conflict (tenant_id, slug) where deleted_at is null do nothing`;
  return written.count;
}

const width = 5;

function slugOf(n: number): string {
  return `t${String(n).padStart(width, '0')}`;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
