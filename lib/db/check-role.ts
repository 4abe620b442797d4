import type { Sql } from 'postgres';
import { ownerRole } from './roles';

/** The database role could read across tenants, so nothing is served with it. */
export class UnsafeDatabaseRole extends Error {
  constructor(role: string, fault: string) {
    super(
      `DATABASE_URL signs in as "${role}", which ${fault}. Row security would not hold for it. ` +
        'Use the application role; `npm run tenant -- db-setup` makes one.',
    );
    this.name = 'UnsafeDatabaseRole';
  }
}

/**
 * Refuses a role for which PostgreSQL skips row security, or whose policy lets everything through.
 *
 * @throws UnsafeDatabaseRole, or the connection's own error.
 */
export async function checkRole(sql: Sql): Promise<void> {
  const [row] = await sql`
    select rolname as role, rolsuper as super, rolbypassrls as bypass,
      exists (
        select from pg_auth_members m join pg_roles o on o.oid = m.roleid
        where m.member = r.oid and (o.rolname = ${ownerRole} or o.rolsuper or o.rolbypassrls)
      ) or rolname = ${ownerRole} as owner,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
      ) as owns
    from pg_roles r where rolname = current_user`;
  if (!row) throw new Error('The database does not know the role of DATABASE_URL.');
  if (row.super) throw new UnsafeDatabaseRole(row.role, 'is a superuser');
  if (row.bypass) throw new UnsafeDatabaseRole(row.role, 'may bypass row security');
  if (row.owner)
    throw new UnsafeDatabaseRole(row.role, 'is, or can become, a role that sees all rows');
  if (row.owns) throw new UnsafeDatabaseRole(row.role, 'owns tables');
}
