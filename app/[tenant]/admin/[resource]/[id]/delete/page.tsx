import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeleteWords } from '@/app/_media/delete-words';
import { DeleteScreen } from '@/app/_screens/delete-screen';
import { readPicture } from '@/lib/admin/media/read-picture';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import { adminPlace } from '../../../_parts/admin-place';
import { screenActions } from '../../../_parts/screen-actions';

type Props = { params: Promise<{ tenant: string; resource: string; id: string }> };

export const metadata: Metadata = { title: 'Delete' };

/** Asks before a record goes. */
export default async function DeletePage({ params }: Props) {
  const { resource: name, id } = await params;
  const resource = findResource(name);
  const ctx = await adminPage(params, {
    permission: resource?.permissions.delete ?? 'admin.enter',
    path: `/admin/${name}/${id}/delete`,
  });
  if (!resource) notFound();
  const place = adminPlace(ctx.tenant, name);
  const facts = name === 'media' ? await readPicture(ctx, id) : null;
  const about = facts ? <DeleteWords {...facts} /> : undefined;
  return <DeleteScreen {...{ ctx, resource, place, id, about }} actions={screenActions} />;
}
