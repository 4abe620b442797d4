import { redirect } from 'next/navigation';
import { consolePage } from '@/lib/api/console-page';

/** The console begins with its tenants. */
export default async function ConsolePage() {
  await consolePage({ permission: 'platform.tenants.read', path: '/admin' });
  redirect('/admin/tenants');
}
