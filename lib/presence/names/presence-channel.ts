import { stateKeyPrefix } from '../../state/state-key';
import { roomKey } from './room-key';

/**
 * Gives the Pusher channel of a room, as `presence-org-<tenantId>.document.123`: of the tenant's id,
 * since slugs change, in the letters Pusher allows and at most 164 of them.
 *
 * @param room - none for the tenant as a whole: `presence-org-<tenantId>`.
 * @throws NoTenantBound without a tenant; Error for what is no uuid; AppError bad_input for what is
 *   no room.
 */
export function presenceChannel(tenantId: string, room: string | null = null): string {
  // It is what says what a tenant's id is.
  stateKeyPrefix(tenantId, 'presence');
  const key = roomKey(room);
  return key === '' ? `presence-org-${tenantId}` : `presence-org-${tenantId}.${key}`;
}
