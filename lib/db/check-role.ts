import type { Sql } from 'postgres';
import { consoleRole, ownerRole, searchRole } from './roles';

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
 * Memberships count at any depth, and so does the role that signed in before a `SET ROLE`.
 *
 * @throws UnsafeDatabaseRole, or the connection's own error.
 */
export async function checkRole(sql: Sql): Promise<void> {
  const rows = await sql`
    select rolname as role, rolsuper as super, rolbypassrls as bypass,
      exists (
        select from pg_roles o where o.rolcreaterole and pg_has_role(r.oid, o.oid, 'member')
      ) as creates,
      exists (
        select from pg_roles o
        where o.rolname = ${consoleRole} and pg_has_role(r.oid, o.oid, 'usage')
      ) as console,
      exists (
        select from pg_roles o
        where (o.rolname in (${ownerRole}, ${searchRole}) or o.rolsuper or o.rolbypassrls)
          and pg_has_role(r.oid, o.oid, 'member')
      ) as owner,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and pg_has_role(r.oid, c.relowner, 'member')
      ) as owns
    from pg_roles r where rolname in (current_user, session_user)`;
  if (rows.length === 0) throw new Error('The database does not know the role of DATABASE_URL.');
  for (const row of rows) {
    const fault = faultOf(row);
    if (fault) throw new UnsafeDatabaseRole(row.role, fault);
  }
}

function faultOf(row: Record<string, boolean>): string | null {
  if (row.super) return 'is a superuser';
  if (row.bypass) return 'may bypass row security';
  if (row.owner) return 'is, or can become, a role that sees all rows';
  if (row.owns) return 'owns tables, itself or through another role';
  if (row.creates) return 'may create roles, itself or as another one';
  return row.console ? `has the rights of ${consoleRole} all the time` : null;
}
