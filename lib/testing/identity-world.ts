import { openTwoTenants, type TwoTenants } from './two-tenants';

/** What a person has, where it is not the usual. */
export interface GivenPerson {
  password?: string | null;
  verified?: boolean;
  active?: boolean;
  superuser?: boolean;
}

/** Two tenants, and people who come and go. */
export interface IdentityWorld extends TwoTenants {
  /** Adds a person, of `people.example`; gives the id. */
  person(given?: GivenPerson, email?: string): Promise<string>;
  /** Signs somebody in by a provider; gives the session's id, or null. */
  session(userId: string, realm?: string | null): Promise<string>;
  /** The platform's events of one person, in order. */
  told(): Promise<{ type: string; payload: object }[]>;
  /** Takes the people and their events away. */
  clear(): Promise<void>;
}

/** Makes it. Call it in `beforeAll`, and `close` in `afterAll`. */
export async function openIdentityWorld(): Promise<IdentityWorld> {
  const world = await openTwoTenants();
  const { owner, client } = world;
  return {
    ...world,
    async person(given = {}, email = 'ada@people.example') {
      const { password = 'x', verified = true, active = true, superuser = false } = given;
      const provedAt = verified ? new Date() : null;
      const [row] = await owner`
        insert into platform.users
          (email, name, password_hash, email_verified_at, is_active, is_superuser)
        values (${email}, 'Ada', ${password}, ${provedAt}, ${active}, ${superuser})
        returning id`;
      return row?.id;
    },
    async session(userId, realm = null) {
      const [row] = await client.query(
        (sql) => sql`
          select platform.open_browser_session_by('google', ${userId}, ${realm}, true, 600, 'T',
            '10.0.0.7', 'r') as id`,
      );
      return row?.id;
    },
    async told() {
      const rows = await owner`
        select type, subject_id, actor_id, payload from platform.events
        where tenant_id is null order by id`;
      return rows as unknown as { type: string; payload: object }[];
    },
    async clear() {
      await owner`delete from platform.users where email like '%@people.example'`;
      await owner`delete from platform.events where tenant_id is null`;
    },
  };
}
