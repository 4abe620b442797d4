import { eq, or } from 'drizzle-orm';
import { memberships, tenants } from '../db/schema/platform';
import { defineHandler, type Job } from '../jobs/handler';
import type { TenantContext } from '../tenancy/tenant';
import { sendBrandedMail } from './send-branded-mail';

/**
 * Tells somebody who has become a member where to sign in. The owner of a new tenant is told by
 * 'tenant.created', everybody else by 'member.added'. The event names the membership or the person;
 * who is no member any more when the job runs gets nothing, nor does anybody of the demo.
 */
export const welcomeMail = defineHandler({
  kind: 'welcome-mail',
  // One address that cannot be reached must not keep the others waiting.
  inOrder: false,
  run: async (ctx, job) => {
    const { tenant } = ctx;
    if (tenant.metadata.demo || tenant.metadata.seeded) return;
    const member = await findMember(ctx, job);
    if (!member?.email || member.deactivatedAt) return;
    const isOwner = member.role === 'owner';
    if (isOwner !== (job.event?.type === 'tenant.created')) return;
    const content = {
      title: isOwner ? `${tenant.name} is ready` : `You are a member of ${tenant.name}`,
      paragraphs: [
        `Hello ${member.name || member.email},`,
        isOwner
          ? `your site ${tenant.homeUrl} is there, and you are its owner.`
          : `you have been added to ${tenant.name}${member.isStaff ? ` as ${roleNames[member.role]}` : ''}.`,
        `Sign in with your email address, ${member.email}.`,
      ],
      action: member.isStaff
        ? { label: 'Open the admin', address: `${tenant.homeUrl}/admin` }
        : { label: 'Sign in', address: `${tenant.homeUrl}/login` },
      footer: `${tenant.name} sent this because your email address was added there.`,
    };
    const to = { name: member.name, address: member.email };
    await sendBrandedMail(
      tenant,
      { key: `welcome-mail:${tenant.id}:${job.event?.id}`, to },
      content,
    );
  },
});

const roleNames = {
  owner: 'owner',
  admin: 'an administrator',
  editor: 'an editor',
  member: 'a member',
  custom: 'one of its team',
};

async function findMember({ db }: TenantContext, { event }: Job) {
  const id = event?.subjectId;
  if (!id) return undefined;
  return db.read(async (tx) => {
    if (event.type === 'tenant.created') {
      const [tenant] = await tx.select({ ownerId: tenants.ownerId }).from(tenants);
      if (!tenant) return undefined;
      const [owner] = await tx
        .select()
        .from(memberships)
        .where(eq(memberships.userId, tenant.ownerId));
      return owner;
    }
    const named = or(eq(memberships.id, id), eq(memberships.userId, id));
    const [member] = await tx.select().from(memberships).where(named);
    return member;
  });
}
