import { randomUUID } from 'node:crypto';
import { emailOf } from '../world/add-people';
import { type ActionPlan, formCall, readCall, type Scene } from './action-plan';
import { plantBroadcast } from './broadcast-records';

const file = 'app/[tenant]/admin/notifications/actions.ts';
type Whose = 'site' | 'foreign';

const fields = (title: string) => ({
  ...{ audience: 'all', title, body: 'Walked', href: '', when: 'now', scheduledFor: '' },
  key: randomUUID(),
});

/** Sending to the people of a tenant, and taking it back. */
export const broadcastActions: Record<string, ActionPlan> = {
  [`${file}#send`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall('to everyone', fields('Walked to everyone')),
      formCall('to a group', {
        ...{ ...fields('Walked to a group'), audience: 'group' },
        group: await groupOf(scene, 'site'),
      }),
      formCall('to somebody', {
        ...{ ...fields('Walked to somebody'), audience: 'people' },
        people: await personOf(scene, 'site'),
      }),
    ],
    foreign: async (scene) => [
      formCall('the other’s group', {
        ...{ ...fields('Grabbed'), audience: 'group' },
        group: await groupOf(scene, 'foreign'),
      }),
      formCall('the other’s people', {
        ...{ ...fields('Grabbed'), audience: 'people' },
        people: await personOf(scene, 'foreign'),
      }),
      formCall('the other’s addresses', {
        ...{ ...fields('Grabbed'), audience: 'people' },
        addresses: emailOf('editor', scene.side.foreign),
      }),
      formCall('the other tenant’s id', {
        ...{ ...fields('Grabbed'), tenantId: scene.side.foreign.id },
      }),
    ],
  },
  [`${file}#cancel`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [formCall('one that waits', await waiting(scene, 'site'))],
    foreign: async (scene) => [formCall('the other’s that waits', await waiting(scene, 'foreign'))],
  },
  [`${file}#findPeople`]: {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [
      readCall('its own people', emailOf('editor', side.site), emailOf('editor', side.site)),
    ],
    foreign: ({ side }) => [readCall('the other’s people', emailOf('editor', side.foreign))],
  },
};

async function waiting({ sql, side }: Scene, whose: Whose) {
  return { id: await plantBroadcast(sql, side[whose].id), confirmed: '1' };
}

async function personOf({ sql, side }: Scene, whose: Whose): Promise<string> {
  const [row] = await sql`
    select id from platform.users where email = ${emailOf('editor', side[whose])}`;
  return String(row?.id);
}

/** A group with the tenant's editor in it. */
async function groupOf({ sql, side }: Scene, whose: Whose): Promise<string> {
  const [row] = await sql`
    with made as (
      insert into platform.groups (tenant_id, name)
      values (${side[whose].id}, 'Walked ' || md5(random()::text)) returning id, tenant_id)
    insert into platform.group_members (tenant_id, group_id, membership_id)
    select made.tenant_id, made.id, m.id from made
    join platform.memberships m on m.tenant_id = made.tenant_id
    join platform.users u on u.id = m.user_id and u.email = ${emailOf('editor', side[whose])}
    returning group_id as id`;
  return String(row?.id);
}
