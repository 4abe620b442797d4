import type { Metadata } from 'next';
import { readInviteChoices } from '@/lib/admin/invitations/read-choices';
import { adminPage } from '@/lib/api/admin-page';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { InviteForm } from '../_parts/invite-form';
import { sendInvitation } from '../actions';

export const metadata: Metadata = { title: 'Invite somebody' };

/** The form for one person (S1.28). */
export default async function NewInvitationPage({
  params,
}: {
  params: Promise<{ tenant: string }>;
}) {
  const path = '/admin/invitations/new';
  const ctx = await adminPage(params, { permission: 'invitations.write', path });
  return (
    <>
      <PageHead
        title="Invite somebody"
        lead="They get a mail with a link, and are a member once they accept."
        crumbs={[{ label: 'Invitations', href: '/admin/invitations' }]}
        actions={
          <ButtonLink href="/admin/invitations/many" tone="plain">
            Invite a list
          </ButtonLink>
        }
      />
      <div className="settings-groups member-page">
        <InviteForm action={sendInvitation} choices={await readInviteChoices(ctx)} />
      </div>
    </>
  );
}
