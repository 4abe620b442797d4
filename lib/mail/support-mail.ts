import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { memberships } from '../db/schema/platform';
import { defineHandler } from '../jobs/handler';
import { sendBrandedMail } from './send-branded-mail';

const told = z.looseObject({
  label: z.string(),
  reason: z.string(),
  minutes: z.number(),
  canWrite: z.boolean(),
  support: z.looseObject({ name: z.string() }),
});

/** Tells the owners of a tenant that support has come: who, as whom, why, and how to end it. */
export const supportMail = defineHandler({
  kind: 'support-mail',
  run: async ({ tenant, db }, { event }) => {
    if (!event || tenant.metadata.demo || tenant.metadata.seeded) return;
    const { label, reason, minutes, canWrite, support } = told.parse(event.payload);
    const owners = await db.read((tx) =>
      tx
        .select({ name: memberships.name, email: memberships.email })
        .from(memberships)
        .where(and(eq(memberships.role, 'owner'), isNull(memberships.deactivatedAt)))
        .orderBy(asc(memberships.id)),
    );
    const may = canWrite
      ? 'They may change things, as you have granted.'
      : 'They may look, and change nothing.';
    for (const { name, email } of owners) {
      if (!email) continue;
      const envelope = { key: `support-mail:${event.id}:${email}`, to: { name, address: email } };
      await sendBrandedMail(tenant, envelope, {
        title: `Support is acting as ${label}`,
        paragraphs: [
          `Hello ${name || email},`,
          `${support.name}, who runs the platform, is acting as ${label} on ${tenant.name} for ${minutes} minutes at most. ${may}`,
          `Why: ${reason}`,
          'You can end it at any time.',
        ],
        action: { label: 'See who is here', address: `${tenant.homeUrl}/admin/support` },
        footer: `${tenant.name} sent this to its owners because somebody acts on a member’s behalf.`,
      });
    }
  },
});
