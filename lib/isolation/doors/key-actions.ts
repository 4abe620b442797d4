import { randomUUID } from 'node:crypto';
import { type ActionCall, type ActionPlan, formCall, type Scene } from './action-plan';

const fields = (name: string) => ({
  ...{ name, scopes: 'posts.read', expiry: '7', once: randomUUID() },
});

/** Making a key of the API: for staff with the right, at their own tenant. */
export const keyActions: Record<string, ActionPlan> = {
  'app/[tenant]/admin/api-keys/actions.ts#createApiKey': {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [formCall('a key', fields(`Walked by the ${side.site.word}`))],
    foreign: ({ side }) => [
      formCall('the other tenant’s id', { ...fields('Grabbed'), tenantId: side.foreign.id }),
      formCall('more than anybody may', { ...fields('Wide'), scopes: 'platform.tenants.write' }),
    ],
  },
};

/** Revokes a key of the own tenant or of the other: one that no walk asks with. */
export async function keyCalls(
  { sql, side }: Scene,
  whose: 'site' | 'foreign',
): Promise<ActionCall[]> {
  const [row] = await sql`
    insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
    select t.id, 'To be revoked', '00000000', md5(random()::text) || md5(random()::text), t.owner_id,
      '{posts.read}'
    from platform.tenants t where t.id = ${side[whose].id} returning id`;
  const named = { _resource: 'api-keys', rowAct: `revoke:${row?.id ?? ''}`, confirmed: '1' };
  return [formCall('revoke of a key', named)];
}
