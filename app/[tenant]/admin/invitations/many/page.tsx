import type { Metadata } from 'next';
import { readInviteChoices } from '@/lib/admin/invitations/read-choices';
import { adminPage } from '@/lib/api/admin-page';

import { PageHead } from '@/lib/ui/shell/page-head';
import { ListForm } from '../_parts/list-form';
import { sendList } from '../actions';

export const metadata: Metadata = { title: 'Invite a list' };

/** The form for many people at once (S1.28). */
export default async function InviteListPage({ params }: { params: Promise<{ tenant: string }> }) {
  const path = '/admin/invitations/many';
  const ctx = await adminPage(params, { permission: 'invitations.write', path });
  return (
    <>
      <PageHead
        title="Invite a list"
        lead="Whoever can be invited is; the other lines stay here with the reason."
        crumbs={[{ label: 'Invitations', href: '/admin/invitations' }]}
      />
      <div className="settings-groups member-page">
        <ListForm action={sendList} choices={await readInviteChoices(ctx)} />
      </div>
    </>
  );
}
