import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listHeirs, ownsSite } from '@/lib/admin/members/hand-over';
import { adminPage } from '@/lib/api/admin-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { TransferForm } from '../_parts/transfer-form';
import { transferSite } from '../actions';

export const metadata: Metadata = { title: 'Give this site away' };

/** The owner gives the site to somebody else (S4.4). For others there is no such page. */
export default async function TransferPage({ params }: { params: Promise<{ tenant: string }> }) {
  const path = '/admin/settings/transfer';
  const ctx = await adminPage(params, { permission: 'settings.delete', path });
  if (!ownsSite(ctx)) notFound();
  const heirs = await listHeirs(ctx);
  return (
    <>
      <PageHead
        title={`Give ${ctx.tenant.name} to somebody else`}
        crumbs={[{ label: 'Settings', href: '/admin/settings' }]}
      />
      <TransferForm
        action={transferSite}
        heirs={heirs.map(({ name, email }) => ({ id: email, label: `${name} (${email})` }))}
      />
    </>
  );
}
