import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { adminPage } from '@/lib/api/admin-page';
import { listDomains } from '@/lib/domains/get-domain';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { removeQuestion } from '../../_parts/remove-question';

export const metadata: Metadata = { title: 'Remove domain' };

/** The question before a domain is removed, for where no dialog asks it. */
export default async function RemoveDomainPage({
  params,
}: {
  params: Promise<{ tenant: string; id: string }>;
}) {
  const { id } = await params;
  const path = `/admin/domains/${id}/remove`;
  const ctx = await adminPage(params, { permission: 'domains.write', path });
  const domain = (await listDomains(ctx)).find((one) => one.id === id);
  if (!domain) notFound();
  return <ConfirmPage {...removeQuestion(domain)} />;
}
