import { type AppClient, createAppClient } from '../db/client';
import { type ConsoleTrial, consoleTrial } from './console-trial';

/** The console's trial with people to remove, and connections for several at once. */
export interface RemovalTrial extends ConsoleTrial {
  clients: AppClient;
  /** Somebody with a password who owns the tenants of these slugs, and is an editor of the others. */
  addOwner(name: string, owned: string[], member?: string[]): Promise<string>;
  userOf(id: string): Promise<Record<string, unknown>>;
  tenantOf(slug: string): Promise<{ id: string; status: string; ownerId: string }>;
}

let count = 0;

/** Call it in `beforeAll`, and `end` in `afterAll`. */
export async function removalTrial(): Promise<RemovalTrial> {
  const trial = await consoleTrial();
  const { owner, database } = trial;
  const clients = createAppClient(database.appUrl, { max: 4 });
  return {
    ...trial,
    clients,
    async addOwner(name, owned, member = []) {
      count += 1;
      const [row] = await owner`
        insert into platform.users (email, name, password_hash)
        values (${`${name.toLowerCase().replace(' ', '.')}-${count}@removal.test`}, ${name}, 'a hash') returning id`;
      const id = row?.id as string;
      for (const slug of owned) {
        const [made] = await owner`
          insert into platform.tenants (slug, name, owner_id)
          values (${slug}, ${slug.toUpperCase()}, ${id}) returning id`;
        await owner`
          insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
          values (${made?.id}, ${id}, 'owner', true, true)`;
      }
      for (const slug of member) {
        await owner`
          insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
          select id, ${id}, 'editor', true, true from platform.tenants where slug = ${slug}`;
      }
      return id;
    },
    async userOf(id) {
      const [row] = await owner`select * from platform.users where id = ${id}`;
      return row ?? {};
    },
    async tenantOf(slug) {
      const [row] = await owner`
        select id, status, owner_id from platform.tenants
        where slug = ${slug} or before_deletion ->> 'slug' = ${slug}`;
      return { id: row?.id, status: row?.status, ownerId: row?.owner_id };
    },
    async end() {
      await clients.end();
      await trial.end();
    },
  };
}
