import { type ActionPlan, formCall, type Scene } from './action-plan';

/** An account elsewhere that is connected with somebody, and another way in besides. */
async function connected({ sql }: Scene, email: string): Promise<string> {
  const [row] = await sql`
    insert into platform.identities (provider, subject, user_id, email)
    select 'walk', gen_random_uuid()::text, id, 'walk@elsewhere.test' from platform.users
    where email = ${email} returning id`;
  return String(row?.id);
}

/** People's accounts elsewhere, on the root host alone. */
export const identityActions: Record<string, ActionPlan> = {
  // What it connects waits in a sealed cookie, which only a provider's answer gives: the browser
  // tests walk that.
  'app/(platform)/login/connect/actions.ts#connect': {
    on: 'root',
    right: 'public',
    own: () => [
      formCall('where nothing waits', { password: 'x' }, { isRead: true, shows: 'took too long' }),
    ],
  },
  'app/(platform)/account/connections/actions.ts#disconnect': {
    on: 'root',
    right: 'account',
    own: async (scene) => [
      formCall('one of their own', { identity: await connected(scene, 'root@example.com') }),
    ],
    foreign: async (scene) => [
      formCall('somebody else’s', { identity: await connected(scene, 'gus@example.com') }),
    ],
  },
};
