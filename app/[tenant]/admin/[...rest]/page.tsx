import { notFound } from 'next/navigation';
import { adminPage } from '@/lib/api/admin-page';

export const metadata = { title: 'Page not found' };

/** Every address the admin does not have. */
export default async function UnknownAdminPage({ params }: Props) {
  const { rest } = await params;
  await adminPage(params, { permission: 'admin.enter', path: `/admin/${rest.join('/')}` });
  notFound();
}

type Props = { params: Promise<{ tenant: string; rest: string[] }> };
