import type { Scene } from './action-plan';
import { openSupport } from './open-support';
import { supportRules } from './support-rules';

/**
 * Support that acts as a tenant's owner and must do nothing by this action: with a grant where it is
 * never theirs, without one where it needs one; null where they may do it.
 */
export async function supportCaller({ world, side, sql }: Scene, name: string) {
  const rule = supportRules[name];
  if (rule !== 'never' && rule !== 'granted') return null;
  const held = await openSupport(sql, side.site, { canWrite: rule === 'never' });
  const cookie = await world.keyring.cookie(side.site.id, held);
  const headers = { ...cookie, origin: `http://${side.host}` };
  const who = rule === 'never' ? 'support with a grant' : 'support that looks';
  return { who, host: side.host, headers };
}
