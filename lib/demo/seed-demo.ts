import type { Sql } from 'postgres';
import { hashPassword } from '../auth/hash-password';
import type { AppClient } from '../db/client';
import { demoTenantsTag, hostTag, tenantTag } from '../tenancy/cache-tags';
import { demoPassword, demoPeople } from './demo-people';
import { demoTenants } from './demo-tenants';
import { seedDemoNotification } from './seed-demo-notification';
import { seedDemoPosts } from './seed-demo-posts';

/**
 * Fills a database with the demo: people, the two tenants with their domains, and their posts.
 * Repeating it adds what is missing and changes nothing that is there.
 *
 * @param owner - signed in as the owner role: people and tenants belong to the platform.
 * @param app - the application's pool: posts are written the way the application writes them.
 * @param onProgress - told what has been done.
 */
export async function seedDemo(
  owner: Sql,
  app: AppClient,
  onProgress: (line: string) => void = () => {},
): Promise<void> {
  const people = await seedPeople(owner);
  onProgress(`${people.size} people`);
  for (const tenant of demoTenants) {
    const tenantId = await seedTenant(owner, tenant, people);
    const count = await seedDemoPosts(app, { tenantId, slug: tenant.slug, people });
    onProgress(`${tenant.name}: ${count} posts`);
  }
}

/** E-mail to id. */
export type PeopleIds = Map<string, string>;

async function seedPeople(owner: Sql): Promise<PeopleIds> {
  const passwordHash = await hashPassword(demoPassword);
  const ids: PeopleIds = new Map();
  for (const { email, name, isSuperuser = false } of demoPeople) {
    const [row] = await owner`
      insert into platform.users (email, name, password_hash, is_superuser, email_verified_at)
      values (${email}, ${name}, ${passwordHash}, ${isSuperuser}, now())
      on conflict (email) do update set email = excluded.email
      returning id`;
    ids.set(email, row?.id);
  }
  return ids;
}

async function seedTenant(
  owner: Sql,
  tenant: (typeof demoTenants)[number],
  people: PeopleIds,
): Promise<string> {
  const { slug, name, settings } = tenant;
  return owner.begin(async (sql) => {
    const [row] = await sql`
      insert into platform.tenants (slug, name, owner_id, settings, metadata)
      values (${slug}, ${name}, ${people.get(tenant.owner) ?? null},
        ${sql.json(settings)}, ${sql.json({ demo: true })})
      on conflict (slug) do update set slug = excluded.slug
      returning id`;
    const id: string = row?.id;
    for (const hostname of tenant.domains) {
      await sql`
        insert into platform.domains (tenant_id, hostname, verified_at)
        values (${id}, ${hostname}, now())
        on conflict (hostname) where verified_at is not null do nothing`;
    }
    for (const person of demoPeople) {
      const role = person.memberships.find((membership) => membership.tenant === slug)?.role;
      if (!role) continue;
      await sql`
        insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
        values (${id}, ${people.get(person.email) ?? null}, ${role}, ${role !== 'member'}, ${role === 'owner'})
        on conflict do nothing`;
    }
    for (const { name: group, members } of tenant.groups) {
      await sql`
        with made as (
          insert into platform.groups (tenant_id, name, description)
          values (${id}, ${group}, 'Who writes and publishes here.')
          on conflict do nothing returning id)
        insert into platform.group_members (tenant_id, group_id, membership_id)
        select m.tenant_id, made.id, m.id from made, platform.memberships m
        where m.tenant_id = ${id} and m.email = any(${members})`;
    }
    await seedDemoNotification(sql, { tenantId: id, name });
    // Also where nothing is new: whoever asked for these hosts before may have cached that they are nobody's.
    const tags = [tenantTag(id), hostTag(slug), ...tenant.domains.map(hostTag), demoTenantsTag];
    await sql`
      insert into platform.events (tenant_id, type, subject_id, payload, cache_tags)
      values (${id}, 'tenant.created', ${id},
        ${sql.json({ resource: 'tenants', label: name, slug })}, ${tags})`;
    return id;
  });
}
