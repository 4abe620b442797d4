import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { recordEvent } from '../../events/record-event';
import { defineJob } from '../../jobs/define-job';
import { writeNotification } from '../sending/write-notification';

/** Operators have no name in a tenant. */
const platformName = 'The platform';

/**
 * Tells some people of a tenant what the platform said to a group across tenants (S1.29). What is
 * taken over is gone with the very transaction that writes the notification, so that whoever runs it
 * again, or beside it, finds nothing. The tenant learns of its own people and of nobody else's.
 */
export const deliverPublicBroadcast = defineJob({
  kind: 'public-broadcast.deliver',
  schema: z.object({ part: z.uuid() }),
  run: async (ctx, { part }) => {
    await ctx.db.write(async (tx) => {
      const taken = await takeOver(tx, part);
      if (!taken) return;
      const { title, body, user_ids: users } = taken;
      const id = await writeNotification(tx, {
        ...{ kind: 'broadcast', title, body, audience: { users }, expected: users.length },
        sender: { name: platformName },
        requestKey: part,
      });
      if (id === null) return;
      await recordEvent(tx, ctx, {
        type: 'notification.sent',
        subjectId: id,
        payload: { resource: 'notifications', label: title, recipients: users.length },
        cacheTags: [],
      });
    });
  },
});

interface Taken {
  title: string;
  body: string;
  user_ids: string[];
}

async function takeOver(tx: ScopedTx, part: string): Promise<Taken | null> {
  const taken = sql<Taken | null>`(select to_jsonb(t)
    from platform.take_public_broadcast(${part}::uuid) t)`;
  const [row] = await tx.select({ taken }).from(tenants);
  return row?.taken ?? null;
}
