import type { Sql } from 'postgres';
import type { WalkTenant } from './tenants';

/** What people of the walk are in their tenant. `outsider` has a role, and no staff rights with it. */
export const walkRoles = {
  owner: { role: 'owner', isStaff: true },
  editor: { role: 'editor', isStaff: true },
  member: { role: 'member', isStaff: false },
  outsider: { role: 'admin', isStaff: false },
} as const;

export type WalkRole = keyof typeof walkRoles;

/** Emails and names hold the tenant's word, so that whoever sees them on another's page is told. */
export function emailOf(role: WalkRole, { word }: Pick<WalkTenant, 'word'>): string {
  return `${role}@${word}.test`;
}

/** Password of everybody in the walk: the demo's, whose hash is copied. */
export { demoPassword as walkPassword } from '../../demo/demo-people';

/**
 * Makes people of every role for a tenant; nobody of them is in two.
 *
 * @param sql - may write the platform's tables.
 */
export async function addPeople(sql: Sql, tenant: WalkTenant): Promise<void> {
  for (const name of Object.keys(walkRoles) as WalkRole[]) {
    const { role, isStaff } = walkRoles[name];
    await sql`
      with person as (
        insert into platform.users (email, name, password_hash, email_verified_at)
        select ${emailOf(name, tenant)}, ${`${name} of the ${tenant.word}`}, password_hash, now()
        from platform.users where email = 'ada@example.com'
        returning id)
      insert into platform.memberships (tenant_id, user_id, role, is_staff)
      select ${tenant.id}, id, ${role}, ${isStaff} from person`;
  }
}
