import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormScreen } from '@/app/_screens/form-screen';
import { LimitNotices } from '@/app/_screens/limit-notices';
import { singularOf } from '@/app/_screens/nouns';
import type { Query } from '@/app/_screens/screen-types';
import { findLimitNotices } from '@/lib/admin/limits/find-limit-notices';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import { adminPlace, lookOf } from '../../_parts/admin-place';
import { screenActions } from '../../_parts/screen-actions';

type Props = {
  params: Promise<{ tenant: string; resource: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resource = findResource((await params).resource);
  return { title: resource ? `New ${singularOf(resource)}` : 'Page not found' };
}

/** The form of a new record. */
export default async function NewRecordPage({ params, searchParams }: Props) {
  const [{ resource: name }, query] = await Promise.all([params, searchParams]);
  const resource = findResource(name);
  const ctx = await adminPage(params, {
    permission: resource?.permissions.write ?? 'admin.enter',
    path: `/admin/${name}/new`,
  });
  if (!resource || resource.readOnly || resource.isUploaded) notFound();
  const place = adminPlace(ctx.tenant, name);
  return (
    <FormScreen
      {...{ ctx, resource, place, query }}
      actions={screenActions}
      look={lookOf(name)}
      above={<LimitNotices limits={await findLimitNotices(ctx, name)} />}
    />
  );
}
