import type { Metadata } from 'next';
import { permissionCatalogue } from '@/lib/admin/rights/permission-catalogue';
import { rightsOf } from '@/lib/admin/rights/rights-of';
import { adminPage } from '@/lib/api/admin-page';
import { PageHead } from '@/lib/ui/shell/page-head';
import { RoleForm } from '../_parts/role-form';
import { saveRole } from '../actions';

export const metadata: Metadata = { title: 'New role' };

/** The form of a new role. */
export default async function NewRolePage({ params }: { params: Promise<{ tenant: string }> }) {
  const ctx = await adminPage(params, { permission: 'roles.write', path: '/admin/roles/new' });
  const crumbs = ctx.can('roles.read') ? [{ label: 'Roles', href: '/admin/roles' }] : [];
  return (
    <>
      <PageHead title="New role" crumbs={crumbs} />
      <RoleForm
        action={saveRole}
        areas={permissionCatalogue()}
        mine={rightsOf(ctx.viewer.membership)}
        stored={null}
      />
    </>
  );
}
