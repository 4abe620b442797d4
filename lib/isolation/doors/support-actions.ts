import { emailOf } from '../world/add-people';
import { type ActionPlan, formCall, type Scene } from './action-plan';
import { openSupport } from './open-support';

const there = 'app/[tenant]/admin/support/actions.ts';
const console = 'app/(platform)/admin/support/actions.ts';

/** What begins and ends accesses of support, and what grants them more. */
export const supportActions: Record<string, ActionPlan> = {
  [`${there}#grant`]: {
    on: 'tenant',
    right: 'staff',
    own: () => [formCall('a week', { days: '7' })],
  },
  [`${there}#withdraw`]: {
    on: 'tenant',
    right: 'staff',
    own: () => [formCall('taking it back', {})],
  },
  [`${there}#endAccess`]: {
    on: 'tenant',
    right: 'staff',
    own: async (scene) => [formCall('one here', { id: await running(scene, 'site') })],
    foreign: async (scene) => [formCall('one elsewhere', { id: await running(scene, 'foreign') })],
  },
  [`${console}#begin`]: {
    on: 'root',
    right: 'staff',
    own: async ({ sql, side }) => {
      const email = emailOf('editor', side.site);
      const [person] = await sql`select id from platform.users where email = ${email}`;
      const who = { tenant: side.site.id, user: String(person?.id) };
      return [formCall('acting', { ...who, reason: 'A walk through the doors', minutes: '5' })];
    },
  },
  [`${console}#end`]: {
    on: 'root',
    right: 'staff',
    own: async ({ sql }) => {
      const [row] = await sql`
        select id, tenant_id from platform.support_sessions p
        where ended_at is null and superuser_name <> 'Support' order by started_at desc limit 1`;
      return [
        formCall('the one that runs', { id: String(row?.id), tenant: String(row?.tenant_id) }),
      ];
    },
  },
  'app/[tenant]/session/ended/actions.ts#endSupport': {
    on: 'tenant',
    right: 'account',
    session: ({ sql, side }) => openSupport(sql, side.site, { canWrite: false }),
    own: () => [formCall('one’s own', {})],
  },
};

async function running({ sql, side }: Scene, whose: 'site' | 'foreign'): Promise<string> {
  const { id } = await openSupport(sql, side[whose], { canWrite: false });
  return id;
}
