import { AppError } from '../../errors';
import { roomKey } from './room-key';

const tenantName = /^[A-Za-z0-9_-]{1,63}$/;

/**
 * Gives the name a room goes by among people, as `tenant:acme:document:123` (S2.34): in logs,
 * messages and documents. Channels and stores have forms of their own, made of the tenant's id.
 *
 * @param place - the tenant's slug or id; the room, or none for the tenant as a whole.
 * @throws AppError bad_input for what is no tenant's name or no room.
 */
export function presenceKey({ tenant, room = null }: { tenant: string; room?: string | null }) {
  if (!tenantName.test(tenant)) throw new AppError('bad_input', 'That is no tenant’s name.');
  // Throws for what is no room.
  roomKey(room);
  return room === null ? `tenant:${tenant}` : `tenant:${tenant}:${room}`;
}
