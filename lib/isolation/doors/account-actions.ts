import type { Sql } from 'postgres';
import { emailOf, walkPassword } from '../world/add-people';
import { plantEmailChange, plantLink, plantPerson } from './account-links';
import { type ActionPlan, formCall, type Scene } from './action-plan';

const root = 'root@example.com';
const realmOf = (on: ActionPlan['on'], { side }: Scene) => (on === 'root' ? null : side.site.id);

/** Ask for a mail. Whose they are, the mailbox learns. */
const asks = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'public',
  own: ({ side }) => [formCall('an email', { email: emailOf('owner', side.site) })],
});

const reset = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'public',
  own: async (scene) => {
    const email = `reset-${on}@${scene.side.site.word}.test`;
    await plantPerson(scene, email);
    const link = { purpose: 'reset', email, tenantId: realmOf(on, scene) };
    const token = await plantLink(scene, link);
    return [formCall('a new password', { token, password: 'a walked password' })];
  },
});

/** In one transaction: the same action is walked by several at once. */
async function leave(sql: Sql, tenantId: string, email: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      insert into platform.archived_memberships
        (tenant_id, user_id, id, role, is_staff, is_superuser, joined_at)
      select tenant_id, user_id, id, role, is_staff, is_superuser, joined_at
      from platform.memberships where tenant_id = ${tenantId} and email = ${email}
      on conflict do nothing`;
    const gone = await tx`
      delete from platform.memberships where tenant_id = ${tenantId} and email = ${email}
      returning user_id`;
    await tx`delete from platform.archived_memberships where tenant_id = ${tenantId}`;
    await tx`
      update platform.sessions set revoked_at = null
      where tenant_id = ${tenantId} and user_id = ${gone[0]?.user_id ?? null}
        and revoked_at > now() - interval '5 seconds'`;
  });
}

/** What people do about their own accounts. */
export const accountActions: Record<string, ActionPlan> = {
  'app/[tenant]/login/actions.ts#sendAgain': asks('tenant'),
  'app/[tenant]/forgot/actions.ts#forgot': asks('tenant'),
  'app/(platform)/login/actions.ts#sendAgain': asks('root'),
  'app/(platform)/forgot/actions.ts#forgot': asks('root'),
  'app/[tenant]/reset/[token]/actions.ts#reset': reset('tenant'),
  'app/(platform)/reset/[token]/actions.ts#reset': reset('root'),
  'app/[tenant]/register/actions.ts#register': {
    on: 'tenant',
    right: 'public',
    own: async ({ side, sql }) => {
      await openTo({ sql }, side.site.id);
      const email = `new@${side.site.word}.test`;
      return [formCall('an account', { name: 'Walked', email, password: 'a walked password' })];
    },
  },
  'app/[tenant]/register/actions.ts#join': {
    on: 'tenant',
    right: 'account',
    own: async ({ side, sql }) => {
      await openTo({ sql }, side.site.id);
      // Who is a member has nothing to join. Set apart as a deletion of the tenant does it: their keys
      // are walked later, and leaving would end them. It ended the sessions as well.
      await leave(sql, side.site.id, emailOf('editor', side.site));
      return [formCall('joining', {})];
    },
    after: ({ side, sql }) => sql`
      update platform.memberships set role = 'editor', is_staff = true
      where tenant_id = ${side.site.id} and email = ${emailOf('editor', side.site)}`,
  },
  'app/[tenant]/verify/[token]/actions.ts#confirm': {
    on: 'tenant',
    right: 'public',
    own: async (scene) => {
      const { site } = scene.side;
      await openTo(scene, site.id);
      const token = await plantLink(scene, {
        ...{ purpose: 'register', email: `sure@${site.word}.test`, tenantId: site.id },
        payload: { name: 'Walked' },
      });
      return [formCall('a link', { token, password: walkPassword })];
    },
  },
  'app/(platform)/signup/actions.ts#signup': {
    on: 'root',
    right: 'public',
    own: () => [
      formCall('a site', {
        ...{ site: 'Walked', slug: 'walked-signup', name: 'Walked', email: 'site@walked.test' },
        password: 'a walked password',
      }),
    ],
  },
  'app/(platform)/signup/actions.ts#makeOwnSite': {
    on: 'root',
    right: 'account',
    own: () => [formCall('a site at once', { site: 'Walked', slug: 'walked-own' })],
  },
  'app/(platform)/verify/[token]/actions.ts#makeSite': {
    on: 'root',
    right: 'public',
    own: async (scene) => {
      const link = { purpose: 'signup', email: 'founder@walked.test', payload: { name: 'Walked' } };
      const token = await plantLink(scene, link);
      const site = { site: 'Walked', slug: 'walked-link' };
      return [formCall('a link', { token, ...site, password: walkPassword })];
    },
  },
  'app/(platform)/verify/[token]/actions.ts#answerChange': {
    on: 'root',
    right: 'public',
    own: async (scene) => {
      await plantPerson(scene, 'mover@walked.test');
      const token = await plantEmailChange(scene, 'mover@walked.test');
      return [formCall('a yes', { token, answer: 'yes' })];
    },
  },
  'app/(platform)/account/actions.ts#changeName': {
    on: 'root',
    right: 'account',
    own: () => [formCall('a name', { name: 'Root Walked' })],
    after: ({ sql }) => sql`update platform.users set name = 'Root' where email = ${root}`,
  },
  'app/(platform)/account/actions.ts#changePassword': {
    on: 'root',
    right: 'account',
    own: async ({ sql }) => {
      // It ends their sessions at tenants, which is right and would look like a way over to one.
      await sql`
        update platform.sessions set revoked_at = '2000-01-01'
        where user_id = (select id from platform.users where email = ${root})
          and tenant_id is not null and revoked_at is null`;
      return [formCall('a password', { current: walkPassword, password: 'a walked password' })];
    },
    after: async ({ sql }) => {
      await sql`
        update platform.users set password_hash = (
          select password_hash from platform.users where email = 'ada@example.com')
        where email = ${root}`;
      // The walk goes on with them.
      await sql`
        update platform.sessions set revoked_at = null
        where user_id = (select id from platform.users where email = ${root})
          and (revoked_at = '2000-01-01' or revoked_at > now() - interval '1 minute')`;
    },
  },
  'app/(platform)/account/actions.ts#changeEmail': {
    on: 'root',
    right: 'account',
    own: () => [formCall('an email', { current: walkPassword, email: 'walked-root@example.com' })],
  },
  'app/(platform)/account/actions.ts#stopChange': {
    on: 'root',
    right: 'account',
    own: async (scene) => {
      await plantEmailChange(scene, root);
      return [formCall('giving it up', {})];
    },
  },
};

/** As the tenant's own settings would. */
async function openTo({ sql }: Pick<Scene, 'sql'>, tenantId: string): Promise<void> {
  await sql`
    update platform.tenants set settings = settings || '{"registration": "open"}'
    where id = ${tenantId}`;
}
