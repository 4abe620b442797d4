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

/** Of somebody whom no walk comes as: what is done to members is done to them. */
export function spareEmail({ word }: Pick<WalkTenant, 'word'>, number = 1): string {
  return `spare-${number}@${word}.test`;
}

const spares = [1, 2, 3, 4];

/** Password of everybody in the walk: the demo's, whose hash is copied. */
export { demoPassword as walkPassword } from '../../demo/demo-people';

/**
 * Makes people of every role for a tenant, and some to spare; nobody of them is in two.
 *
 * @param sql - may write the platform's tables.
 */
export async function addPeople(sql: Sql, tenant: WalkTenant): Promise<void> {
  const { word } = tenant;
  const people = [
    ...(Object.keys(walkRoles) as WalkRole[]).map((name) => ({
      ...walkRoles[name],
      email: emailOf(name, tenant),
      called: `${name} of the ${word}`,
    })),
    ...spares.map((number) => ({
      ...walkRoles.member,
      email: spareEmail(tenant, number),
      called: `spare ${number} of the ${word}`,
    })),
  ];
  for (const { role, isStaff, email, called } of people) {
    await sql`
      with person as (
        insert into platform.users (email, name, password_hash, email_verified_at)
        select ${email}, ${called}, password_hash, now()
        from platform.users where email = 'ada@example.com'
        returning id)
      insert into platform.memberships (tenant_id, user_id, role, is_staff)
      select ${tenant.id}, id, ${role}, ${isStaff} from person`;
  }
  // An owner by role alone does not own it.
  await sql`
    update platform.tenants set owner_id = (
      select id from platform.users where email = ${emailOf('owner', tenant)})
    where id = ${tenant.id}`;
}
