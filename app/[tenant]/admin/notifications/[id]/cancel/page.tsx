import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { adminPage } from '@/lib/api/admin-page';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { adminPlace } from '../../../_parts/admin-place';
import { cancelQuestion } from '../../_parts/cancel-question';
import { findSent } from '../../_parts/find-sent';

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata: Metadata = { title: 'Cancel broadcast' };

/** The question before a broadcast is taken back, for where no dialog asks it. */
export default async function CancelBroadcastPage({ params }: Props) {
  const { id } = await params;
  const path = `/admin/notifications/${id}/cancel`;
  const ctx = await adminPage(params, { permission: 'notifications.write', path });
  // Who may send alone sees nothing that was sent.
  if (!ctx.can('notifications.read')) notFound();
  const item = await findSent(ctx, id);
  if (item.status !== 'scheduled') notFound();
  return <ConfirmPage {...cancelQuestion(item, adminPlace(ctx.tenant, 'notifications').dates)} />;
}
