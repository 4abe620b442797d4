import { randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import { createAppClient } from '../../db/client';
import { seedDemo } from '../../demo/seed-demo';
import { listRelations } from '../tables/list-relations';
import { plantRow } from '../tables/plant-row';
import { tenantColumnOf } from '../tables/relation';
import { withTheirOwn } from '../tables/with-their-own';
import { addPeople } from './add-people';
import { addPublicGroup } from './add-public-group';
import { addSupport } from './add-support';
import { connect, type ScratchDatabase } from './scratch-server';
import {
  extraDomains,
  extraTenants,
  type TenantName,
  type WalkTenant,
  walkTenants,
} from './tenants';

export type Tenants = Record<TenantName, WalkTenant>;

/** What came of filling: the tenants, and the tables no row could be made for. */
export interface Filling {
  tenants: Tenants;
  /** schema.table to the reason. */
  unplanted: Map<string, string>;
}

/**
 * Fills a migrated database: the demo, a suspended, an empty and a deleted tenant, domains, one row
 * in every table for each tenant that has any, posts that exist at one tenant only, and people of
 * every role.
 */
export async function fillDatabase(database: ScratchDatabase): Promise<Filling> {
  const app = createAppClient(database.appUrl, { max: 2, prepare: true });
  const owner = connect(database.ownerUrl);
  await owner`set search_path = pool, extensions`;
  await seedDemo(owner, app);
  await app.end();
  await addTenants(owner);
  const tenants = await readTenants(owner);
  await owner.end({ timeout: 2 });
  const admin = connect(database.adminUrl);
  // Before the rows that name members.
  for (const name of withPeople) {
    await addPeople(admin, tenants[name]);
    await addSupport(admin, tenants[name]);
  }
  await addPublicGroup(admin, [tenants.acme.id, tenants.globex.id]);
  const unplanted = await plantEverywhere(admin, tenants);
  for (const name of withPeople) {
    await addPosts(admin, tenants[name]);
    await addDeadJobs(admin, tenants[name]);
  }
  // Long enough ago to be sent again.
  await admin`update platform.invitations set sent_at = now() - interval '1 hour'`;
  // Statistics too hold values of rows.
  await admin`analyze`;
  await admin.end({ timeout: 2 });
  return { tenants, unplanted };
}

async function addTenants(sql: Sql): Promise<void> {
  for (const { slug, name, status, metadata } of extraTenants) {
    await sql`
      insert into platform.tenants (slug, name, status, owner_id, metadata, suspended_at)
      select ${slug}, ${name}, ${status}, id, ${sql.json(metadata)},
        case when ${status} = 'suspended' then now() end
      from platform.users where email = 'gus@example.com'`;
  }
  await sql`
    insert into platform.purged_tenants (id, slug, name, created_at, deleted_at, rows)
    values (gen_random_uuid(), 'gone', 'Gone', now(), now(), '{}')`;
  for (const { slug, hostname, verified } of extraDomains) {
    await sql`
      insert into platform.domains (tenant_id, hostname, verified_at)
      select id, ${hostname}, case when ${verified} then now() end
      from platform.tenants where slug = ${slug}`;
  }
}

async function readTenants(sql: Sql): Promise<Tenants> {
  const rows = await sql`
    select t.id, t.slug, t.name, array(select hostname from platform.domains d
      where d.tenant_id = t.id and verified_at is not null order by 1) as domains
    from platform.tenants t`;
  const named = Object.entries(walkTenants).map(([name, { slug, word }]) => {
    const row = rows.find((one) => one.slug === slug);
    if (!row) throw new Error(`The tenant ${slug} was not seeded.`);
    return [name, { ...row, word }];
  });
  return Object.fromEntries(named);
}

const withPeople = ['acme', 'globex', 'paused'] as const;

async function plantEverywhere(sql: Sql, tenants: Tenants): Promise<Map<string, string>> {
  const unplanted = new Map<string, string>();
  const tables = (await listRelations(sql)).filter(
    (relation) => relation.kind === 'table' && !withTheirOwn.has(relation.name),
  );
  // A table whose parents come later in the alphabet gets its row in a later round.
  let left = tables.filter((relation) => tenantColumnOf(relation));
  for (let round = 0; round < 4 && left.length > 0; round += 1) {
    const failed: typeof left = [];
    for (const relation of left) {
      try {
        for (const name of ['acme', 'globex', 'paused'] as const) {
          await plantRow(sql, relation, tenants[name]);
        }
        unplanted.delete(relation.name);
      } catch (error) {
        unplanted.set(relation.name, error instanceof Error ? error.message : String(error));
        failed.push(relation);
      }
    }
    left = failed;
  }
  return unplanted;
}

/** An article and a topic that only this tenant has, and one topic on so many that it has a second page. */
async function addPosts(sql: Sql, { id, word }: WalkTenant): Promise<void> {
  const title = `${word === 'anvil' ? 'Hammer' : 'Rotor'} diary ${randomBytes(6).toString('hex')}`;
  await sql.begin(async (tx) => {
    await tx`set local search_path = pool, extensions`;
    const [author] = await tx`
      insert into authors (tenant_id, slug, name)
      values (${id}, ${`writer-${word}`}, ${`Writer of the ${word}`}) returning id`;
    for (let n = 0; n < 14; n += 1) {
      await tx`
        insert into posts (tenant_id, slug, title, description, body, status, published_at, author_id)
        values (${id}, ${n === 0 ? `only-${word}` : `only-${word}-${n}`}, ${`${title} ${n}`},
          ${`A ${word}, once more.`}, ${`Only here: ${word}.`}, 'published',
          now() - ${n} * interval '400 days', ${author?.id})`;
    }
    await tx`
      insert into tags (tenant_id, slug, name) values
        (${id}, 'everything', ${`All about the ${word}`}), (${id}, ${`topic-${word}`}, ${`Topic ${word}`})`;
    await tx`
      insert into post_tags (tenant_id, post_id, tag_id)
      select ${id}, p.id, t.id from posts p join tags t on t.tenant_id = p.tenant_id
      where p.tenant_id = ${id} and p.slug like 'only-%' and t.slug in ('everything', ${`topic-${word}`})`;
    // One that has a version behind it, and one in the trash.
    await tx`
      insert into revisions (tenant_id, resource, record_id, version, snapshot)
      select tenant_id, 'posts', id, 1, to_jsonb(p) || ${tx.json({ title: `Earlier ${title}` })}
      from posts p where tenant_id = ${id} and slug = ${`only-${word}`}`;
    await tx`
      insert into posts (tenant_id, slug, title, body, status, author_id, deleted_at)
      values (${id}, ${`gone-${word}`}, ${`${title} in the trash`}, '', 'draft', ${author?.id}, now())`;
    await tx`update posts set version = 2 where tenant_id = ${id} and slug = ${`only-${word}`}`;
  });
}

/** Jobs that were given up, so many that every walk finds one to send back and one to discard. */
async function addDeadJobs(sql: Sql, { id, word }: WalkTenant): Promise<void> {
  await sql`
    insert into platform.jobs (tenant_id, kind, attempts, dead_at, last_error, last_failure)
    select ${id}, 'walked', 16, now(), ${`Inside, of the ${word}.`}, ${`Only here: ${word}.`}
    from generate_series(1, 8)`;
}
