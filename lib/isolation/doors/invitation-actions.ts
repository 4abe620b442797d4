import { emailOf } from '../world/add-people';
import { plantPerson } from './account-links';
import { type ActionCall, type ActionPlan, formCall, type Scene } from './action-plan';
import { openSession } from './open-people';

const admin = 'app/[tenant]/admin/invitations/actions.ts';
const page = 'app/[tenant]/invite/[token]/actions.ts';
const common = { role: 'member', days: '7', message: '' };
type Whose = 'site' | 'foreign';

/** Inviting, and joining by an invitation. */
export const invitationActions: Record<string, ActionPlan> = {
  [`${admin}#sendInvitation`]: {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [
      formCall('an invitation', { ...common, email: `asked@${side.site.word}.test` }),
    ],
    foreign: async (scene) => {
      const email = `grabbed@${scene.side.site.word}.test`;
      return [
        formCall('a foreign role', { ...common, email, role: `custom:${await roleOf(scene)}` }),
        formCall('the other tenant’s id', { ...common, email, tenantId: scene.side.foreign.id }),
      ];
    },
  },
  [`${admin}#sendList`]: {
    on: 'tenant',
    right: 'staff',
    own: ({ side }) => [formCall('a list', { ...common, list: `listed@${side.site.word}.test` })],
    foreign: ({ side }) => [
      formCall('the other tenant’s id', {
        ...{ ...common, list: `grabbed@${side.site.word}.test`, tenantId: side.foreign.id },
      }),
    ],
  },
  [`${page}#join`]: {
    on: 'tenant',
    right: 'account',
    session: async (scene) => {
      const email = joinerOf(scene);
      await plantPerson(scene, email);
      return openSession(scene.sql, { email, realm: scene.side.site.id, kind: 'browser' });
    },
    own: async (scene) => [
      formCall('joining', { token: await tokenOf(scene, 'site', joinerOf(scene)) }),
    ],
    foreign: async (scene) => [
      formCall('the other site’s invitation', {
        token: await tokenOf(scene, 'foreign', joinerOf(scene)),
      }),
      formCall('somebody else’s', { token: await tokenOf(scene, 'site', 'else@walked.test') }),
    ],
  },
  [`${page}#begin`]: {
    on: 'tenant',
    right: 'public',
    // Whoever is signed in begins no other account.
    session: (scene) => ended(scene),
    own: async (scene) => [
      formCall('an account', {
        token: await tokenOf(scene, 'site', `begun@${scene.side.site.word}.test`),
        ...{ name: 'Walked', password: 'a walked password' },
      }),
    ],
  },
  [`${page}#switchPerson`]: {
    on: 'tenant',
    right: 'public',
    own: () => [formCall('signing out', { token: 'A'.repeat(64) })],
  },
};

/** Sends again and revokes an invitation of the own tenant or of the other. */
export async function invitationCalls(scene: Scene, whose: Whose): Promise<ActionCall[]> {
  const calls = [];
  for (const act of ['resend', 'revoke']) {
    const id = await plant(scene, whose, `${act}-${crypto.randomUUID()}@walked.test`);
    const fields = { _resource: 'invitations', rowAct: `${act}:${id}`, confirmed: '1' };
    calls.push(formCall(`${act} of an invitation`, fields));
  }
  return calls;
}

function joinerOf({ side }: Scene): string {
  return `joiner@${side.site.word}.test`;
}

async function tokenOf(scene: Scene, whose: Whose, email: string): Promise<string> {
  return scene.world.keyring.link('invite', await plant(scene, whose, email));
}

/** An invitation by the owner, sent some time ago; another that waits for the address ends. */
async function plant({ sql, side }: Scene, whose: Whose, email: string): Promise<string> {
  const { id } = side[whose];
  await sql`
    update platform.invitations set revoked_at = now(), ended_why = 'replaced'
    where tenant_id = ${id} and email = ${email} and accepted_at is null and revoked_at is null`;
  const [row] = await sql`
    insert into platform.invitations (tenant_id, email, role, invited_by, sent_at, expires_at)
    select ${id}, ${email}, 'member', u.id, now() - interval '1 hour', now() + interval '1 day'
    from platform.users u where u.email = ${emailOf('owner', side[whose])} returning id`;
  return String(row?.id);
}

/** A session that is over: its cookie is nobody's. */
async function ended({ sql, side }: Scene) {
  const email = emailOf('editor', side.site);
  const session = await openSession(sql, { email, realm: side.site.id, kind: 'browser' });
  await sql`update platform.sessions set revoked_at = now() where id = ${session.sessionId}`;
  return session;
}

async function roleOf({ sql, side }: Scene): Promise<string> {
  const [row] = await sql`
    insert into platform.roles (tenant_id, name)
    values (${side.foreign.id}, 'Walked ' || md5(random()::text)) returning id`;
  return String(row?.id);
}
