import type { Sql } from 'postgres';

/** What `npm run db:generate` would write for the table of courses. */
export async function createCoursesTable(owner: Sql): Promise<void> {
  await owner.unsafe(`
    create table courses (
      id uuid not null default gen_random_uuid(),
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      code text not null,
      title text not null,
      seats integer not null,
      price text not null default '',
      starts_on timestamptz(3),
      is_open boolean not null default false,
      author_id uuid,
      version integer not null default 1,
      deleted_at timestamptz(3),
      constraint courses_pkey primary key (tenant_id, id),
      constraint courses_author_fkey
        foreign key (tenant_id, author_id) references authors (tenant_id, id)
    );
    create unique index courses_code_key on courses (tenant_id, code) where deleted_at is null;
    alter table courses enable row level security;
    alter table courses force row level security;
    create policy tenant_isolation on courses to tenantry_app
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
    create policy owner_maintenance on courses to tenantry_owner using (true) with check (true)`);
}
