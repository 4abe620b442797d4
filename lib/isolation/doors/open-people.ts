import type { Sql } from 'postgres';
import { allScopes } from '../../admin/api-keys/scopes';
import { newApiKey } from '../../auth/api-keys/api-key-text';
import { emailOf, type WalkRole, walkRoles } from '../world/add-people';
import type { WalkTenant } from '../world/tenants';
import type { Held } from './keyring';

/** Who comes to a tenant's doors, each with a session of a browser and one of a program. */
export type Who = WalkRole | 'stranger' | 'superuser';

export interface Person {
  browser: Held;
  program: Held;
}

/** `stranger` owns the other tenant and has signed in here, `superuser` runs the platform. */
export type People = Record<Who, Person> & {
  /** The superuser and this tenant's owner, signed in on the root host. */
  root: Person;
  rootOwner: Person;
  /** Of the owner: one that may do everything, and one that may do nothing of what stands here. */
  keys: Record<'full' | 'narrow', string>;
};

/**
 * Opens the sessions of everybody at a tenant.
 *
 * @param sql - signed in as superuser of the database.
 */
export async function openPeople(sql: Sql, tenant: WalkTenant, other: WalkTenant): Promise<People> {
  const open = async (email: string, realm: string | null): Promise<Person> => ({
    browser: await openSession(sql, { email, realm, kind: 'browser' }),
    program: await openSession(sql, { email, realm, kind: 'api' }),
  });
  const people: Partial<People> = {};
  for (const role of Object.keys(walkRoles) as WalkRole[]) {
    people[role] = await open(emailOf(role, tenant), tenant.id);
  }
  people.stranger = await open(emailOf('owner', other), tenant.id);
  people.superuser = await open('root@example.com', tenant.id);
  people.root = await open('root@example.com', null);
  people.rootOwner = await open(emailOf('owner', tenant), null);
  people.keys = {
    full: await plantKey(sql, tenant, 'may everything', allScopes),
    narrow: await plantKey(sql, tenant, 'may nothing', ['nothing.read']),
  };
  await plantKey(sql, tenant, 'walked over', ['posts.read']);
  return people as People;
}

/** Makes a key of a tenant's owner, and gives it as its program would send it. */
async function plantKey(
  sql: Sql,
  { id, word }: WalkTenant,
  name: string,
  scopes: readonly string[],
): Promise<string> {
  const { text, prefix, hash } = newApiKey();
  await sql`
    insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
    select ${id}, ${`${name}: ${word}`}, ${prefix}, ${hash}, u.id, ${sql.array([...scopes])}
    from platform.users u where u.email = ${emailOf('owner', { word })}`;
  return text;
}

/** Opens one session of somebody. */
export async function openSession(
  sql: Sql,
  { email, realm, kind }: { email: string; realm: string | null; kind: 'browser' | 'api' },
): Promise<Held> {
  const [row] = await sql`
    insert into platform.sessions (user_id, tenant_id, kind, expires_at)
    select id, ${realm}, ${kind}, now() + interval '1 hour' from platform.users
    where email = ${email} returning id, user_id`;
  if (!row) throw new Error(`There is no ${email} to sign in.`);
  return { userId: row.user_id, sessionId: row.id };
}
