import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { readTenantLimits } from '@/lib/console/limits/read-tenant-limits';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { listSupport } from '@/lib/console/support/read-support';
import { StateBadge } from '@/lib/ui/list/state-badge';
import { PageHead } from '@/lib/ui/shell/page-head';
import { readTenantOnce } from '../../_parts/read-tenant-once';
import { StatusFlash } from '../../_parts/status-flash';
import { TenantActs } from '../../_parts/tenant-acts';
import { TenantFacts } from '../../_parts/tenant-facts';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const path = `/admin/tenants/${id}`;
  const ctx = await consolePage({ permission: 'platform.tenants.read', path });
  const tenant = await readTenantOnce(ctx, id);
  return { title: tenant?.name ?? 'Page not found' };
}

/** One tenant: what it is, what it has, what was done in it lately. */
export default async function TenantPage({ params, searchParams }: Props) {
  const [{ id }, { done, at }] = await Promise.all([params, searchParams]);
  const path = `/admin/tenants/${id}`;
  const ctx = await consolePage({ permission: 'platform.tenants.read', path });
  const tenant = await readTenantOnce(ctx, id);
  if (!tenant) notFound();
  const [limits, support] = await Promise.all([readTenantLimits(ctx, id), listSupport(ctx, id)]);
  return (
    <>
      <PageHead
        title={tenant.name}
        crumbs={[{ label: 'Tenants', href: '/admin/tenants' }]}
        badges={<StateBadge state={tenant.status} />}
        lead={<span className="mono">{addressOf(tenant)}</span>}
        actions={<TenantActs tenant={tenant} />}
      />
      <StatusFlash done={done} at={at} name={tenant.name} />
      <TenantFacts tenant={tenant} limits={limits} support={support} />
    </>
  );
}

/** A deleted tenant has none; the name its row has now tells nobody anything. */
function addressOf({ deleted, origin }: ConsoleTenant): string {
  return deleted ? `was ${deleted.slug}` : origin.replace(/^https?:\/\//, '');
}
