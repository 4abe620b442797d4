import { notFound, redirect } from 'next/navigation';
import { consolePage } from '@/lib/api/console-page';
import { readTenant } from '@/lib/console/read-tenant';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { consoleTitle } from '../../../_parts/console-title';
import { suspendQuestion } from '../../../_parts/suspend-question';

export const generateMetadata = () => consoleTitle('Suspend tenant');

/** The question before a tenant is taken out of service, for where no dialog asks it. */
export default async function SuspendPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const path = `/admin/tenants/${id}/suspend`;
  const ctx = await consolePage({ permission: 'platform.tenants.write', path });
  const tenant = await readTenant(ctx, id);
  if (!tenant || tenant.status === 'deleted') notFound();
  if (tenant.status === 'suspended') redirect(`/admin/tenants/${id}`);
  return <ConfirmPage {...suspendQuestion(tenant)} />;
}
