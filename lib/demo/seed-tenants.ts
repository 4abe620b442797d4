import type { Sql } from 'postgres';

/**
 * Makes tenants t00001, t00002, ... with posts each, in a few large statements: for trying things
 * at scale. What is there stays.
 *
 * @param owner - signed in as the owner role.
 */
export async function seedTenants(
  owner: Sql,
  tenants: number,
  postsEach: number,
  onProgress: (line: string) => void = () => {},
): Promise<void> {
  const width = 5;
  await owner.begin(async (sql) => {
    const [user] = await sql`
      insert into platform.users (email, name, is_active) values ('seed@example.com', 'Seed', false)
      on conflict (email) do update set email = excluded.email returning id`;
    await sql`
      insert into platform.tenants (slug, name, owner_id, metadata)
      select 't' || lpad(n::text, greatest(${width}::int, length(n::text)), '0'), 'Tenant ' || n, ${user?.id}, '{"seeded": true}'
      from generate_series(1, ${tenants}::int) n
      on conflict (slug) do nothing`;
    onProgress(`seeded ${tenants} tenants`);
    await sql`
      insert into authors (tenant_id, slug, name)
      select id, 'writer', 'Writer of ' || name from platform.tenants where metadata @> '{"seeded": true}'
      on conflict (tenant_id, slug) where deleted_at is null do nothing`;
    const written = await sql`
      insert into posts (tenant_id, slug, title, description, body, status, published_at, author_id, reading_minutes)
      select t.id, 'post-' || n, 'Post ' || n || ' of ' || t.name, 'What tenant ' || t.slug || ' has to say, part ' || n,
        repeat('A paragraph of ' || t.name || ', number ' || n || E'.\n\n', 12),
        'published', now() - n * interval '1 hour', a.id, 2
      from platform.tenants t join authors a on a.tenant_id = t.id and a.slug = 'writer'
      cross join generate_series(1, ${postsEach}::int) n
      where t.metadata @> '{"seeded": true}'
      on conflict (tenant_id, slug) where deleted_at is null do nothing`;
    // Who asked for these hosts before may have cached that they are nobody's.
    await sql`
      insert into platform.events (tenant_id, type, subject_id, payload, cache_tags)
      select id, 'tenant.created', id,
        jsonb_build_object('resource', 'tenants', 'label', name, 'slug', slug), array['t:' || id, 'host:' || slug]
      from platform.tenants
      where metadata @> '{"seeded": true}' and created_at >= now() - interval '1 millisecond'`;
    onProgress(`seeded ${written.count} posts`);
  });
}
