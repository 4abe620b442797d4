import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { makeLinkToken } from '../auth/links/link-token';
import { invitations, memberships, roles } from '../db/schema/platform';
import { defineHandler } from '../jobs/handler';
import type { TenantContext } from '../tenancy/tenant';
import type { MailContent } from './branded-mail';
import { sendBrandedMail } from './send-branded-mail';

/**
 * Writes the mail of an invitation, in the tenant's name. It says the same to everybody, whether or not
 * the address has an account; the link is worked out here and kept nowhere. What was revoked or
 * accepted before the job runs is not sent.
 */
export const invitationMail = defineHandler({
  kind: 'invitation-mail',
  // One address that cannot be reached must not keep the others waiting.
  inOrder: false,
  run: async (ctx, job) => {
    const id = job.event?.subjectId;
    const found = id ? await findWaiting(ctx, id) : undefined;
    if (!found) return;
    const key = `invitation-mail:${ctx.tenant.id}:${job.event?.id}`;
    // What a stranger is called nobody here knows.
    const to = { name: '', address: found.email };
    await sendBrandedMail(ctx.tenant, { key, to }, contentOf(ctx, found));
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

async function findWaiting({ db }: TenantContext, id: string) {
  return db.read(async (tx) => {
    const isOpen = and(
      eq(invitations.id, id),
      isNull(invitations.acceptedAt),
      isNull(invitations.revokedAt),
      gt(invitations.expiresAt, sql`now()`),
    );
    const [row] = await tx
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        roleName: roles.name,
        message: invitations.message,
        expiresAt: invitations.expiresAt,
        inviter: memberships.name,
      })
      .from(invitations)
      .leftJoin(roles, eq(roles.id, invitations.roleId))
      .leftJoin(memberships, eq(memberships.userId, invitations.invitedBy))
      .where(isOpen);
    return row;
  });
}

function contentOf({ tenant }: TenantContext, found: Found): MailContent {
  const { name, homeUrl, settings } = tenant;
  const { role, roleName, inviter, message } = found;
  const until = new Intl.DateTimeFormat(settings.locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: settings.timeZone },
  }).format(found.expiresAt);
  return {
    title: `You are invited to ${name}`,
    paragraphs: [
      'Hello,',
      `${inviter ?? 'Somebody'} invites you to ${name} (${homeUrl}), as ${roleName ?? roleTitles[role]}.`,
      ...(message ? [`${inviter ?? 'They'} wrote: “${message}”`] : []),
      `Open the link to join. It can be used until ${until} (${settings.timeZone}), and by you alone: it is for ${found.email}.`,
      'If you do not want to, do nothing.',
    ],
    action: {
      label: 'See the invitation',
      address: `${homeUrl}/invite/${makeLinkToken('invite', found.id)}`,
    },
    footer: `${name} sent this because somebody there entered your email address.`,
  };
}

const roleTitles = {
  owner: 'an owner',
  admin: 'an admin',
  editor: 'an editor',
  member: 'a member',
  custom: 'one of its team',
};
