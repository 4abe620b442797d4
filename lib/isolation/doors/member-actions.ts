import { emailOf, spareEmail, walkPassword } from '../world/add-people';
import { type ActionCall, type ActionPlan, formCall, type Scene } from './action-plan';

const members = 'app/[tenant]/admin/members/actions.ts';
const roles = 'app/[tenant]/admin/roles/actions.ts';
const settings = 'app/[tenant]/admin/settings/actions.ts';

type Whose = 'site' | 'foreign';

/** Deactivates a spare member of the own tenant or the other, and takes it back. */
export async function memberCalls(scene: Scene, whose: Whose): Promise<ActionCall[]> {
  const id = await memberId(scene, whose);
  return ['deactivate', 'reactivate'].map((act) =>
    formCall(`${act} of a member`, {
      ...{ _resource: 'members', rowAct: `${act}:${id}`, confirmed: '1' },
    }),
  );
}

/** What changes members and roles, and gives a tenant away. */
export const memberActions: Record<string, ActionPlan> = {
  [`${members}#saveMember`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => {
      const id = await memberId(scene, 'site');
      const shown = 'role groups';
      return [
        formCall('another role', { id, shown: 'role', role: 'editor' }),
        formCall('a group', { id, shown, groups: await rowOf(scene, 'groups', 'site') }),
      ];
    },
    foreign: async (scene) => {
      const [own, theirs] = [await memberId(scene, 'site'), await memberId(scene, 'foreign')];
      const role = `custom:${await rowOf(scene, 'roles', 'foreign')}`;
      const groups = await rowOf(scene, 'groups', 'foreign');
      return [
        formCall('a foreign member', { id: theirs, shown: 'role', role: 'admin' }),
        formCall('a foreign role', { id: own, shown: 'role', role }),
        formCall('a foreign group', { id: own, shown: 'groups', groups }),
      ];
    },
  },
  [`${roles}#saveRole`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [
      formCall('a new role', { name: `Walked ${scene.side.site.word}`, permissions: 'posts.read' }),
      formCall('a change', {
        id: await rowOf(scene, 'roles', 'site'),
        ...{ name: `Changed ${scene.side.site.word}`, permissions: 'tags.read' },
      }),
    ],
    foreign: async (scene) => [
      formCall('a foreign role', {
        id: await rowOf(scene, 'roles', 'foreign'),
        ...{ name: 'Taken over', permissions: 'posts.read' },
      }),
    ],
  },
  [`${roles}#removeRole`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [formCall('a role', { id: await rowOf(scene, 'roles', 'site') })],
    foreign: async (scene) => [
      formCall('a foreign role', { id: await rowOf(scene, 'roles', 'foreign'), heir: 'member' }),
    ],
  },
  [`${settings}#transferSite`]: {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [
      formCall('giving it away', { email: spareEmail(side.site), password: walkPassword }),
    ],
    after: takeBack,
  },
};

/** As if nothing had happened: the walk goes on with the owner there was. */
async function takeBack({ sql, side }: Scene): Promise<void> {
  const { id } = side.site;
  const email = emailOf('owner', side.site);
  await sql`
    select platform.hand_over_tenant(${id}, u.id, true) from platform.users u where u.email = ${email}`;
  await sql`
    insert into platform.memberships (tenant_id, user_id, role)
    select ${id}, u.id, 'member' from platform.users u where u.email = ${spareEmail(side.site)}
    on conflict do nothing`;
  await sql`
    update platform.sessions set revoked_at = null
    where tenant_id = ${id} and revoked_at > now() - interval '1 minute'`;
}

async function memberId({ sql, side }: Scene, whose: Whose): Promise<string> {
  const { id } = side[whose];
  const [row] = await sql`
    select id from platform.memberships where tenant_id = ${id} and email like 'spare%' order by id limit 1`;
  return String(row?.id);
}

/** A role or a group of a tenant that nobody has; made where there is none. */
async function rowOf({ sql, side }: Scene, table: 'roles' | 'groups', whose: Whose) {
  const { id } = side[whose];
  const [row] = await sql`
    insert into ${sql(`platform.${table}`)} (tenant_id, name)
    values (${id}, 'Walked ' || md5(random()::text)) returning id`;
  return String(row?.id);
}
