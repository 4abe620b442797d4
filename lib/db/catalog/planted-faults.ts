import type { FaultKind } from './catalog-fault';

const predicate = "tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid";

/**
 * Statements that break a migrated database, each with every fault that must then be reported.
 * Run them as a superuser in a transaction that is rolled back.
 */
export const plantedFaults: [FaultKind, string, string | string[]][] = [
  [
    'unknown-table',
    'create table public.stray (id int); alter table public.stray owner to tenantry_owner',
    'unknown-table public.stray',
  ],
  [
    'unknown-table',
    'set local role tenantry_owner; create table platform.stray (id int)',
    'unknown-table platform.stray',
  ],
  [
    'unknown-table',
    'set local role tenantry_owner; create table pool.stray (id int)',
    'unknown-table pool.stray',
  ],
  ['missing-table', 'drop table pool.post_tags', 'missing-table pool.post_tags'],
  ['wrong-owner', 'alter table pool.tags owner to current_user', 'wrong-owner pool.tags'],
  [
    'no-tenant-id',
    'alter table pool.post_tags drop constraint post_tags_pkey, alter tenant_id drop not null',
    'no-tenant-id pool.post_tags',
  ],
  [
    'key-without-tenant',
    'alter table pool.posts add constraint one_slug unique (slug)',
    'key-without-tenant pool.posts one_slug',
  ],
  [
    'key-without-tenant',
    'alter table pool.authors add constraint late unique (slug, tenant_id)',
    'key-without-tenant pool.authors late',
  ],
  [
    'key-without-tenant',
    `alter table pool.post_tags drop constraint post_tags_pkey;
     alter table pool.post_tags add constraint post_tags_pkey primary key (id)`,
    'key-without-tenant pool.post_tags post_tags_pkey',
  ],
  [
    'index-without-tenant',
    'create index loose on pool.posts (published_at)',
    'index-without-tenant pool.posts loose',
  ],
  [
    'foreign-key-without-tenant',
    `alter table pool.posts add constraint crossed
       foreign key (author_id, tenant_id) references pool.authors (id, tenant_id)`,
    'foreign-key-without-tenant pool.posts crossed',
  ],
  [
    'foreign-key-between-classes',
    'alter table pool.posts add constraint out foreign key (tenant_id) references platform.tenants',
    'foreign-key-between-classes pool.posts out',
  ],
  [
    'expression-index',
    'create index lowered on pool.posts (tenant_id, lower(slug))',
    'expression-index pool.posts lowered',
  ],
  [
    'index-not-leakproof',
    'alter table pool.posts add extra jsonb; create index deep on pool.posts (tenant_id, extra)',
    'index-not-leakproof pool.posts deep',
  ],
  [
    'index-not-leakproof',
    "create type pool.mood as enum ('fine'); alter table pool.posts add mood pool.mood;" +
      'create index moody on pool.posts (tenant_id, mood)',
    'index-not-leakproof pool.posts moody',
  ],
  [
    'no-row-security',
    'alter table pool.posts disable row level security',
    'no-row-security pool.posts',
  ],
  [
    'no-row-security',
    'alter table platform.users disable row level security',
    'no-row-security platform.users',
  ],
  [
    'row-security-not-forced',
    'alter table pool.posts no force row level security',
    'row-security-not-forced pool.posts',
  ],
  ['policy-missing', 'drop policy tenant_isolation on pool.posts', 'policy-missing pool.posts'],
  [
    'policy-different',
    'create policy wide on pool.posts for select to tenantry_app using (true)',
    'policy-different pool.posts wide',
  ],
  [
    'policy-different',
    'create policy everyone on platform.users for select using (true)',
    'policy-different platform.users everyone',
  ],
  [
    'policy-different',
    `alter policy tenant_isolation on pool.tags
       using (tenant_id = current_setting('app.tenant_id', true)::uuid)`,
    'policy-different pool.tags tenant_isolation',
  ],
  [
    'policy-different',
    `alter policy tenant_isolation on pool.tags using (${predicate}) with check (true)`,
    'policy-different pool.tags tenant_isolation',
  ],
  [
    'policy-subquery',
    `alter policy tenant_isolation on pool.tags using (tenant_id = (select id from platform.tenants limit 1))`,
    'policy-subquery pool.tags tenant_isolation',
  ],
  [
    'unsafe-grant',
    'grant truncate on pool.posts to tenantry_app',
    'unsafe-grant pool.posts TRUNCATE',
  ],
  [
    'unsafe-grant',
    'grant references, trigger on pool.posts to tenantry_app',
    ['unsafe-grant pool.posts REFERENCES', 'unsafe-grant pool.posts TRIGGER'],
  ],
  [
    'unsafe-grant',
    'grant select on platform.migrations__pool to tenantry_app',
    'unsafe-grant platform.migrations__pool SELECT',
  ],
  ['unsafe-grant', 'grant create on schema pool to tenantry_app', 'unsafe-grant pool CREATE'],
  ['public-grant', 'grant select on pool.posts to public', 'public-grant pool.posts'],
  [
    'public-grant',
    'grant select (email) on platform.users to public',
    'public-grant platform.users email',
  ],
  ['public-grant', 'grant usage on schema platform to public', 'public-grant platform'],
  [
    'public-grant',
    'create function pool.f() returns int language sql as $$ select 1 $$',
    'public-grant pool.f()',
  ],
  [
    'definer-search-path',
    'alter function platform.find_tenant_id(text, text) reset search_path',
    'definer-search-path platform.find_tenant_id(text,text)',
  ],
  [
    'definer-public',
    'grant execute on function platform.list_demo_tenants() to public',
    'definer-public platform.list_demo_tenants()',
  ],
  [
    'view-without-invoker',
    'set local role tenantry_owner; create view pool.all_posts as select * from pool.posts',
    'view-without-invoker pool.all_posts',
  ],
  [
    'materialised-view',
    'set local role tenantry_owner; create materialized view pool.kept as select * from pool.posts',
    'materialised-view pool.kept',
  ],
];
