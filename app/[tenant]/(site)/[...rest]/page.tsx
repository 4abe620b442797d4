import { notFound } from 'next/navigation';
import { tenantPage } from '@/lib/api/tenant-page';

export const revalidate = 3600;
export function generateStaticParams() {
  return [];
}

export const metadata = { title: 'Page not found' };

/** Every address a tenant's host does not have: without this page the platform's 404 would answer. */
export default async function UnknownTenantPage({ params }: Props) {
  const { rest } = await params;
  await tenantPage(params, `/${rest.join('/')}`);
  notFound();
}

type Props = { params: Promise<{ tenant: string; rest: string[] }> };
