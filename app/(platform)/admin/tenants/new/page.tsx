import { consolePage } from '@/lib/api/console-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { consoleTitle } from '../../_parts/console-title';
import { NewTenantForm } from '../../_parts/new-tenant-form';
import { createTenant } from '../../actions';

export const generateMetadata = () => consoleTitle('New tenant');

/** A new tenant with its owner. */
export default async function NewTenantPage() {
  await consolePage({ permission: 'platform.tenants.write', path: '/admin/tenants/new' });
  return (
    <>
      <PageHead title="New tenant" crumbs={[{ label: 'Tenants', href: '/admin/tenants' }]} />
      <NewTenantForm action={createTenant} />
    </>
  );
}
