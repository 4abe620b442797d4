import { membersResource } from '../admin/resources/members';
import type { ResourceContext } from '../resources/resource-context';
import { runAction } from '../resources/run-action';
import type { TestPerson } from './tenant-test/test-tenant';
import type { TestWorld } from './tenant-test/test-world';

/** The membership of somebody as it is stored. */
export async function rowOf({ owner }: TestWorld, tenantId: string, { id }: TestPerson) {
  const [row] = await owner`
    select id, role, role_id, is_staff, is_superuser, deactivated_at from platform.memberships
    where tenant_id = ${tenantId} and user_id = ${id}`;
  return row;
}

/** Its id. */
export async function idOf(world: TestWorld, tenantId: string, person: TestPerson) {
  return String((await rowOf(world, tenantId, person))?.id);
}

/** Gives somebody a role behind everybody's back. */
export function setRole({ owner }: TestWorld, tenantId: string, { id }: TestPerson, role: string) {
  return owner`
    update platform.memberships set role = ${role}, is_staff = true
    where tenant_id = ${tenantId} and user_id = ${id}`;
}

/** How many sessions somebody has in a tenant. */
export async function liveSessions({ owner }: TestWorld, tenantId: string, { id }: TestPerson) {
  const [row] = await owner`
    select count(*)::int as n from platform.sessions
    where tenant_id = ${tenantId} and user_id = ${id} and revoked_at is null`;
  return row?.n;
}

/** Runs a verb of the list of members; gives `done` or the reason for each. */
export async function actOn(ctx: ResourceContext, name: string, ...ids: string[]) {
  const { done, left } = await runAction(ctx, membersResource, name, { ids });
  return [...done.map(() => 'done'), ...left.map(({ why }) => why)];
}
