import { walkPassword } from '../world/add-people';
import { type ActionPlan, formCall, type Scene } from './action-plan';

const root = 'root@example.com';
const erasing = { sites: '', erase: 'on' };

/** What ends accounts, and gives copies of what is known. The last of them ends whoever walks. */
export const removalActions: Record<string, ActionPlan> = {
  'app/(platform)/account/export/actions.ts#askForCopy': {
    on: 'root',
    right: 'account',
    own: async (scene) => {
      await leaveBoth(scene);
      return [formCall('a copy of their own', {})];
    },
  },
  'app/(platform)/admin/users/[id]/delete/actions.ts#deleteAccountOf': {
    on: 'root',
    right: 'staff',
    own: async (scene) => {
      const { id, email } = await addLeaver(scene, false);
      return [formCall('deleting somebody', { id, word: email, reason: 'Walked.' })];
    },
  },
  'app/(platform)/admin/users/[id]/delete/actions.ts#eraseNameOf': {
    on: 'root',
    right: 'staff',
    own: async (scene) => {
      const { id } = await addLeaver(scene, true);
      return [formCall('erasing somebody', { id, confirmed: '1' })];
    },
  },
  'app/(platform)/account/delete/actions.ts#deleteAccount': {
    on: 'root',
    right: 'account',
    own: async (scene) => {
      const { sql } = scene;
      await leaveBoth(scene);
      // It ends their sessions at tenants, which is right and would look like a way over to one.
      await sql`
        update platform.sessions set revoked_at = '2000-01-01'
        where user_id = (select id from platform.users where email = ${root})
          and tenant_id is not null and revoked_at is null`;
      // The last superuser could not.
      await sql`
        insert into platform.users (email, name, is_superuser) values ('heir@walked.test', 'Heir', true)
        on conflict do nothing`;
      const owned = await sql`
        select t.id from platform.tenants t join platform.users u on u.id = t.owner_id
        where u.email = ${root} and t.status <> 'deleted'`;
      const sites = owned.map(({ id }) => String(id));
      return [formCall('deleting oneself', { word: 'DELETE', password: walkPassword, sites })];
    },
    foreign: async ({ sql, side }) => {
      const id = side.foreign.id;
      const [{ owner_id: owner } = {}] = await sql`
        select owner_id from platform.tenants where id = ${id}`;
      return [
        formCall('somebody else', {
          ...{ ...erasing, word: 'DELETE', password: walkPassword },
          ...{ sites: id, id: owner, userId: owner },
        }),
        formCall('without a password', { word: 'DELETE', password: '' }),
      ];
    },
    after: bringBack,
  },
};

/** Other actions have made the superuser a member, and what ends there would count as the other tenant’s. */
async function leaveBoth({ sql, world }: Scene): Promise<void> {
  await sql`
    delete from platform.memberships m using platform.users u
    where u.id = m.user_id and u.email = ${root}
      and m.tenant_id in (${world.sites.acme.id}, ${world.sites.globex.id})`;
}

async function addLeaver({ sql }: Scene, isDeleted: boolean) {
  const email = `leaver-${crypto.randomUUID()}@walked.test`;
  const [row] = await sql`
    insert into platform.users (email, name, is_active, deleted_at)
    values (${email}, 'Leaver', ${!isDeleted}, ${isDeleted ? new Date() : null}) returning id`;
  return { id: String(row?.id), email };
}

/** As if nothing had happened: others walk on with the superuser's sessions. */
async function bringBack({ sql }: Scene): Promise<void> {
  const [row] = await sql`
    update platform.users set is_active = true, is_superuser = true, deleted_at = null,
      password_hash = (select password_hash from platform.users where email = 'ada@example.com')
    where email = ${root} returning id`;
  await sql`
    update platform.sessions set revoked_at = null
    where user_id = ${row?.id} and revoked_at > now() - interval '1 minute'`;
  await sql`delete from platform.users where email = 'heir@walked.test'`;
}
