import { notFound } from 'next/navigation';
import type { Query } from '@/app/_screens/screen-types';
import { consolePage } from '@/lib/api/console-page';
import { readTenant } from '@/lib/console/read-tenant';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { consoleTitle } from '../../../_parts/console-title';
import { vouchQuestion } from '../../../_parts/vouch-question';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export const generateMetadata = () => consoleTitle('Mark domain as verified');

/**
 * The question before an operator vouches for a domain, for where no dialog asks it. Where the address
 * names none, it is about the first that waits.
 */
export default async function VouchPage({ params, searchParams }: Props) {
  const [{ id }, { domain: named }] = await Promise.all([params, searchParams]);
  const path = `/admin/tenants/${id}/vouch${typeof named === 'string' ? `?domain=${encodeURIComponent(named)}` : ''}`;
  const ctx = await consolePage({ permission: 'platform.tenants.write', path });
  const tenant = await readTenant(ctx, id);
  const waiting = tenant?.domains.filter((one) => !one.isVerified) ?? [];
  const domain = named ? waiting.find((one) => one.id === named) : waiting[0];
  if (!tenant || !domain) notFound();
  return <ConfirmPage {...vouchQuestion(tenant, domain)} />;
}
