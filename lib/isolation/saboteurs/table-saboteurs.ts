import { listCodeTables } from '../tables/drizzle-tables';
import { walkFilter } from '../tables/filter-walk';
import { walkInventory } from '../tables/inventory-walk';
import { listRelations } from '../tables/list-relations';
import { openSabotagedHandle } from '../tables/open-handle';
import { walkPolicies } from '../tables/policy-walk';
import { walkRepository } from '../tables/repository-walk';
import { connect } from '../world/scratch-server';
import { changeCopy, databaseName } from './change-copy';
import { sabotageFunctions } from './sabotage-functions';
import type { Saboteur } from './saboteur';

const target = 'pool.posts';
const onTarget = ({ name }: { name: string }) => name === target;

const filterRemoved: Saboteur = {
  did: 'filter removed',
  walk: 'tables/filter',
  tells: /select: \d+ rows of another tenant/,
  async run({ tenants, copyDatabase }) {
    const { bypassUrl, adminUrl } = await copyDatabase('sabotage_filter');
    const handle = openSabotagedHandle(bypassUrl, () => undefined);
    const relations = await readRelations(adminUrl);
    const tables = listCodeTables().filter(onTarget);
    const report = await walkFilter({ handle, bypassUrl, tables, relations, tenants });
    await handle.close();
    return report;
  },
};

const repositoryUnfiltered: Saboteur = {
  did: 'filter removed under the repository',
  walk: 'tables/repository',
  tells: /get, their row: \d+ of another tenant/,
  async run({ tenants, copyDatabase }) {
    const { bypassUrl } = await copyDatabase('sabotage_repository');
    const handle = openSabotagedHandle(bypassUrl, () => undefined);
    const tables = listCodeTables().filter(onTarget);
    const report = await walkRepository({ handle, bypassUrl, tables, tenants });
    await handle.close();
    return report;
  },
};

/** Changes the schema of a copy, then walks one relation of it in SQL. */
function policySaboteur(did: string, statement: string, tells: RegExp, name = target): Saboteur {
  return {
    did,
    walk: 'tables/policy',
    tells,
    async run({ tenants, copyDatabase }) {
      const database = await copyDatabase(databaseName(did));
      await changeCopy(database.ownerUrl, statement);
      const relations = await readRelations(database.adminUrl);
      const chosen = relations.filter((relation) => relation.name === name);
      return walkPolicies({ database, relations: chosen, tenants });
    },
  };
}

/** Changes the schema of a copy, then looks at the definitions. */
function inventorySaboteur(did: string, statement: string, tells: RegExp): Saboteur {
  return {
    did,
    walk: 'tables/inventory',
    tells,
    async run({ copyDatabase }) {
      const database = await copyDatabase(databaseName(did));
      await changeCopy(database.ownerUrl, statement);
      return walkInventory(await readRelations(database.adminUrl), listCodeTables(), new Map());
    },
  };
}

const openView =
  'create view pool.open_posts as select * from pool.posts; grant select on pool.open_posts to tenantry_app';
const strayTable =
  'create table pool.strays (id uuid primary key, tenant_id uuid not null); grant select on pool.strays to tenantry_app';

/** What is taken from the two walls round the tables, and from the doors in the second. */
export const tableSaboteurs: Saboteur[] = [
  filterRemoved,
  repositoryUnfiltered,
  policySaboteur(
    'row security disabled',
    `alter table ${target} disable row level security`,
    /select: \d+ rows of another tenant/,
  ),
  policySaboteur(
    'policy opened',
    `alter policy tenant_isolation on ${target} using (true) with check (true)`,
    /update: \d+ rows of another tenant/,
  ),
  policySaboteur(
    'policy open for writing only',
    `alter policy tenant_isolation on ${target} with check (true)`,
    /insert for the other tenant: was not denied/,
  ),
  policySaboteur('policy dropped', `drop policy tenant_isolation on ${target}`, /none of its own/),
  policySaboteur('view with its owner’s rights', openView, /rows of another/, 'pool.open_posts'),
  inventorySaboteur('policy missing', `drop policy tenant_isolation on ${target}`, /has no policy/),
  inventorySaboteur(
    'row security not forced',
    `alter table ${target} no force row level security`,
    /posts: row security is not forced/,
  ),
  inventorySaboteur(
    'table without row security',
    strayTable,
    /strays: row security is not enabled/,
  ),
  inventorySaboteur('table the code does not know', strayTable, /strays: is not covered/),
  inventorySaboteur(
    'table of no class',
    'create table pool.loose (x int)',
    /loose: is not covered/,
  ),
  inventorySaboteur(
    'column the code does not know',
    `alter table ${target} add extra text`,
    /extra/,
  ),
  inventorySaboteur(
    'TRUNCATE granted',
    `grant truncate on ${target} to tenantry_app`,
    /the privilege TRUNCATE/,
  ),
  {
    did: 'function nobody covers',
    walk: 'functions',
    tells: /leak\(\): is not covered/,
    run: (workshop) =>
      sabotageFunctions(
        workshop,
        `create function platform.leak() returns setof platform.tenants language sql
         security definer set search_path = platform, pg_temp as 'select * from tenants';
         grant execute on function platform.leak() to tenantry_app`,
      ),
  },
  {
    did: 'function that tells too much',
    walk: 'functions',
    tells: /list_demo_tenants.*lists/,
    run: (workshop) =>
      sabotageFunctions(
        workshop,
        `create or replace function platform.list_demo_tenants()
         returns table (slug text, name text, description text, brand_color text, domains text[])
         language sql stable security definer set search_path = platform, pg_temp as
         'select slug, name, null, null, array[]::text[] from tenants order by slug'`,
      ),
  },
  {
    did: 'domains that a tenant verifies by itself',
    walk: 'functions',
    tells: /note_domain_check.*does it for a tenant/,
    // The guard of every function that works across tenants.
    run: (workshop) =>
      sabotageFunctions(
        workshop,
        `create or replace function platform.is_unbound() returns boolean
         language sql stable set search_path = platform, pg_temp as 'select true'`,
      ),
  },
];

async function readRelations(adminUrl: string) {
  const sql = connect(adminUrl);
  const relations = await listRelations(sql);
  await sql.end({ timeout: 2 });
  return relations;
}
