import { notFound } from 'next/navigation';
import { consolePage } from '@/lib/api/console-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleTitle } from '../../../_parts/console-title';
import { readTenantOnce } from '../../../_parts/read-tenant-once';
import { tenantVerb } from '../../../_parts/tenant-verb';
import { VerbForm } from '../../../_parts/verb-form';

type Props = { params: Promise<{ id: string; verb: string }> };

export const generateMetadata = () => consoleTitle('Tenant');

/** What is done to a tenant after a question of its own: maintenance, another address, deletion, restore. */
export default async function TenantVerbPage({ params }: Props) {
  const { id, verb } = await params;
  const path = `/admin/tenants/${id}/${verb}`;
  const ctx = await consolePage({ permission: 'platform.tenants.write', path });
  const tenant = await readTenantOnce(ctx, id);
  const asked = tenant && tenantVerb(verb, tenant);
  if (!tenant || !asked) notFound();
  const { title, ...form } = asked;
  const home = `/admin/tenants/${id}`;
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: 'Tenants', href: '/admin/tenants' },
          { label: tenant.name, href: home },
        ]}
      />
      <VerbForm {...form} hidden={{ id }} home={home} />
    </>
  );
}
