import { and, eq, isNull } from 'drizzle-orm';
import { memberships } from '../db/schema/platform';
import { defineHandler, type Job } from '../jobs/handler';
import { sendBrandedMail } from '../mail/send-branded-mail';
import { shownDomain } from './domain-name';

/**
 * Tells the owners of a site that a domain is about to be lost, or was: its record is gone, it was
 * disconnected, or another site has proved it. Nothing about a domain they removed themselves.
 */
export const domainMail = defineHandler({
  kind: 'domain-mail',
  whileSuspended: true,
  run: async ({ tenant, db }, { event }) => {
    const said = event && wordsOf(event);
    if (!said || tenant.metadata.demo || tenant.metadata.seeded) return;
    const owners = await db.read((tx) =>
      tx
        .select()
        .from(memberships)
        .where(and(eq(memberships.role, 'owner'), isNull(memberships.deactivatedAt))),
    );
    for (const { userId, name, email } of owners) {
      const envelope = { key: `domain-mail:${event.id}:${userId}`, to: { name, address: email } };
      await sendBrandedMail(tenant, envelope, {
        title: said.title,
        paragraphs: [`Hello ${name || email},`, ...said.paragraphs],
        action: { label: 'Look at the domains', address: `${tenant.homeUrl}/admin/domains` },
        footer: `${tenant.name} sent this because you own the site.`,
      });
    }
  },
});

function wordsOf({ type, payload }: NonNullable<Job['event']>) {
  const name = shownDomain(String(payload.label));
  const isAway = payload.state === 'nowhere';
  const gone = isAway ? `${name} has no address any more` : `the TXT record of ${name} is gone`;
  switch (type) {
    case 'domain.failing':
      return {
        title: `A record of ${name} is missing`,
        paragraphs: [
          `${gone}. The site still answers there.`,
          'Put it back: the domain is disconnected when it stays away for three days.',
        ],
      };
    case 'domain.failed':
      return {
        title: `${name} was disconnected`,
        paragraphs: [
          `${gone}, and has been for days. The site answers there no longer; its other addresses still work.`,
          'Put the record back and press “Check now”, and it is connected again.',
        ],
      };
    case 'domain.removed':
      if (payload.moved !== true) return null;
      return {
        title: `${name} was moved to another site`,
        paragraphs: [
          'Another site has proved with a TXT record that the domain is theirs, and your record was gone. Your site answers there no longer; its other addresses still work.',
          'If that is wrong, change the password where the domain is managed, then add it again.',
        ],
      };
    default:
      return null;
  }
}
