import type { MemberContext } from '../auth/viewer';

/** Rooms of the admin begin with this: their names tell what is worked on. */
export const adminRoom = 'admin:';

/**
 * Tells whether a person may be seen in a room of the tenant, and see who is there: members, and in
 * rooms of the admin those who may enter it.
 *
 * @param room - as 'page:blog/hello'; null for the tenant as a whole.
 */
export function mayEnterRoom(
  { viewer, support, can }: Pick<MemberContext, 'viewer' | 'support' | 'can'>,
  room: string | null,
): boolean {
  if (support || !viewer.membership) return false;
  return !room?.startsWith(adminRoom) || can('admin.enter');
}
