import { emailOf } from '../world/add-people';
import { type ActionPlan, formCall, type Scene } from './action-plan';

const file = 'app/[tenant]/(site)/notifications/actions.ts';

/** What people do about their own notifications: ids of others' are nothing to them. */
export const inboxActions: Record<string, ActionPlan> = {
  [`${file}#mark`]: {
    on: 'tenant',
    right: 'account',
    own: async (scene) => [
      formCall('their own', { id: await plantReceipt(scene, 'own'), as: 'read' }),
    ],
    foreign: async (scene) => [
      formCall('somebody else’s', { id: await plantReceipt(scene, 'foreign'), as: 'read' }),
    ],
  },
  [`${file}#markAll`]: {
    on: 'tenant',
    right: 'account',
    own: async (scene) => {
      await plantReceipt(scene, 'own');
      return [formCall('all of theirs', { upTo: '' })];
    },
  },
  [`${file}#savePreferences`]: {
    on: 'tenant',
    right: 'account',
    own: () => [formCall('their wishes', { 'inApp.published': 'on', 'email.published': 'digest' })],
  },
};

/** An unread notification of the editor who calls, or of the other tenant's owner. */
async function plantReceipt({ sql, side }: Scene, whose: 'own' | 'foreign'): Promise<string> {
  const site = whose === 'own' ? side.site : side.foreign;
  const email = emailOf(whose === 'own' ? 'editor' : 'owner', site);
  const [made] = await sql`
    insert into pool.notifications (tenant_id, kind, title, audience, status, sent_at)
    values (${site.id}, 'broadcast', ${`Walked ${site.word}`}, '{"all":true}', 'sent', now())
    returning id`;
  await sql`
    insert into pool.notification_receipts (tenant_id, notification_id, user_id, position)
    select ${site.id}, ${made?.id}, u.id, coalesce((select max(r.position) + 1
      from pool.notification_receipts r where r.tenant_id = ${site.id} and r.user_id = u.id), 1)
    from platform.users u where u.email = ${email}`;
  return String(made?.id);
}
