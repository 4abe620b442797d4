import { newSecret, secretHash } from '../../auth/secret';
import { emailOf } from '../world/add-people';
import { type ActionCall, type ActionPlan, formCall, type Scene } from './action-plan';
import type { Fields } from './call-action';

const enter = (on: ActionPlan['on']): ActionPlan => ({
  on,
  right: 'public',
  own: async (scene) => [await ticketCall(scene, on)],
});

const chosenBySession = (
  right: ActionPlan['right'],
  fields: (scene: Scene) => Fields,
): ActionPlan => ({
  ...{ on: 'root', right, isOff: 'sessions name no tenant here: see e2e/session-tenant.spec.ts' },
  own: (scene) => [formCall('choosing', fields(scene))],
});

/** Coming in from another host, and what a session makes of the root host. */
export const ticketActions: Record<string, ActionPlan> = {
  'app/[tenant]/session/enter/actions.ts#enter': enter('tenant'),
  'app/(platform)/session/enter/actions.ts#enter': enter('root'),
  'app/(platform)/session/site/actions.ts#openSite': chosenBySession('account', ({ side }) => ({
    tenant: side.site.id,
  })),
  'app/(platform)/session/site/actions.ts#begin': chosenBySession('account', ({ side }) => ({
    tenant: side.site.id,
  })),
  'app/(platform)/session/site/actions.ts#leaveSite': chosenBySession('public', () => ({
    next: '',
  })),
  'app/(platform)/session/continue/actions.ts#proceed': {
    on: 'root',
    right: 'account',
    own: async ({ side, sql }) => {
      // Each new ticket takes a few old ones away, whose they are.
      await sql`delete from platform.sign_in_tickets where expires_at < now()`;
      const state = secretHash(newSecret());
      return [formCall('going on', { to: `http://${side.host}`, state, next: '/' })];
    },
  },
};

/** A ticket for a person of the tenant, with the cookie of the browser that came for it. */
async function ticketCall({ sql, world, side }: Scene, on: ActionPlan['on']): Promise<ActionCall> {
  const [ticket, state] = [newSecret(), newSecret()];
  const [tenantId, host] = on === 'root' ? [null, world.rootHost] : [side.site.id, side.host];
  await sql`
    with opened as (
      insert into platform.sessions (user_id, expires_at)
      select id, now() + interval '1 hour' from platform.users
      where email = ${emailOf('member', side.site)}
      returning id)
    insert into platform.sign_in_tickets (hash, session_id, tenant_id, address, state, next, expires_at)
    select ${secretHash(ticket)}, id, ${tenantId}, ${`http://${host}`}, ${secretHash(state)}, '/',
      now() + interval '1 hour'
    from opened`;
  const cookie = world.keyring.named('.state', state);
  return formCall('a ticket', { ticket }, { cookie });
}
