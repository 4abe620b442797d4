import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pictureAbove } from '@/app/_media/picture-above';
import { FormScreen } from '@/app/_screens/form-screen';
import { getRecordOnce } from '@/app/_screens/get-record-once';
import type { Query } from '@/app/_screens/screen-types';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import { adminPlace } from '../../_parts/admin-place';
import { listLook } from '../../_parts/list-look';
import { screenActions } from '../../_parts/screen-actions';

type Props = {
  params: Promise<{ tenant: string; resource: string; id: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { resource: name, id } = await params;
  const resource = findResource(name);
  if (!resource) return { title: 'Page not found' };
  const permission = resource.permissions.read;
  const ctx = await adminPage(params, { permission, path: `/admin/${name}/${id}` });
  const record = await getRecordOnce(ctx, resource, id);
  return { title: record?.label || 'Page not found' };
}

/** A record: its form, or its facts for who may only read it. */
export default async function RecordPage({ params, searchParams }: Props) {
  const [{ resource: name, id }, query] = await Promise.all([params, searchParams]);
  const resource = findResource(name);
  const ctx = await adminPage(params, {
    permission: resource?.permissions.read ?? 'admin.enter',
    path: `/admin/${name}/${id}`,
  });
  if (!resource) notFound();
  const place = adminPlace(ctx.tenant, name);
  const look = await listLook(ctx, name);
  const above = name === 'media' ? await pictureAbove(ctx, id) : undefined;
  return (
    <FormScreen {...{ ctx, resource, place, query, id, look, above }} actions={screenActions} />
  );
}
