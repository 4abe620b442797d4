import { and, eq, inArray, isNull } from 'drizzle-orm';
import { invitations, memberships } from '../../db/schema/platform';
import { defineHandler } from '../../jobs/handler';
import { notify } from '../notify';

/** After an invitation was accepted: who sent it, and the owners and admins. */
export const tellOfInvitation = defineHandler({
  kind: 'notify-of-invitation',
  run: async ({ db }, { event }) => {
    const id = event?.subjectId;
    if (!event || !id) return;
    await db.write(async (tx) => {
      const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id));
      const runs = and(
        inArray(memberships.role, ['owner', 'admin']),
        isNull(memberships.deactivatedAt),
      );
      const admins = await tx.select({ userId: memberships.userId }).from(memberships).where(runs);
      const inviter = invitation?.invitedBy ? [invitation.invitedBy] : [];
      await notify(tx, {
        userIds: [...inviter, ...admins.map(({ userId }) => userId)],
        kind: 'invited',
        title: `${event.actorName || 'Somebody'} has joined`,
        body: 'They accepted their invitation.',
        href: '/admin/members',
        eventId: event.id,
        aboutId: event.actorId ?? undefined,
        except: event.actorId,
      });
    });
  },
});
