import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HistoryScreen } from '@/app/_screens/history-screen';
import type { Query } from '@/app/_screens/screen-types';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import { adminPlace } from '../../../_parts/admin-place';
import { screenActions } from '../../../_parts/screen-actions';

type Props = {
  params: Promise<{ tenant: string; resource: string; id: string }>;
  searchParams: Promise<Query>;
};

export const metadata: Metadata = { title: 'History' };

/** Every version of a record. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [{ resource: name, id }, query] = await Promise.all([params, searchParams]);
  const resource = findResource(name);
  const ctx = await adminPage(params, {
    permission: resource?.permissions.read ?? 'admin.enter',
    path: `/admin/${name}/${id}/history`,
  });
  if (!resource) notFound();
  const place = adminPlace(ctx.tenant, name);
  return <HistoryScreen {...{ ctx, resource, place, query, id }} actions={screenActions} />;
}
