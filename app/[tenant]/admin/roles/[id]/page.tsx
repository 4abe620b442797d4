import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permissionCatalogue } from '@/lib/admin/rights/permission-catalogue';
import { reaches, rightsOf } from '@/lib/admin/rights/rights-of';
import { listRoles } from '@/lib/admin/roles/role';
import { adminPage } from '@/lib/api/admin-page';
import type { Permission } from '@/lib/auth/permissions';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { RightsTable } from '../_parts/rights-table';
import { RoleForm } from '../_parts/role-form';
import { saveRole } from '../actions';

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata: Metadata = { title: 'Role' };

/** A role: its form, or what it gives for who may not change it and for the built-in ones. */
export default async function RolePage({ params }: Props) {
  const { id } = await params;
  const ctx = await adminPage(params, { permission: 'roles.read', path: `/admin/roles/${id}` });
  const { builtIn, custom } = await listRoles(ctx);
  const own = custom.find((one) => one.id === id);
  const role = own ?? builtIn.find((one) => one.role === id);
  if (!role) notFound();
  const areas = permissionCatalogue();
  const { membership } = ctx.viewer;
  const crumbs = [{ label: 'Roles', href: '/admin/roles' }];
  const lead = own ? role.description || undefined : `${role.description} It cannot be changed.`;
  if (!own || !ctx.can('roles.write')) {
    return (
      <>
        <PageHead title={role.name} crumbs={crumbs} lead={lead} />
        <Panel title="May">
          <RightsTable areas={areas} granted={role.permissions} mine={null} />
        </Panel>
      </>
    );
  }
  const mayDelete =
    ctx.can('roles.delete') && reaches(membership, role.permissions as Permission[]);
  return (
    <>
      <PageHead title={role.name} crumbs={crumbs} />
      <RoleForm
        action={saveRole}
        areas={areas}
        mine={rightsOf(membership)}
        stored={own}
        acts={
          mayDelete ? (
            <ButtonLink href={`/admin/roles/${id}/delete`} icon="trash" tone="plain">
              Delete role
            </ButtonLink>
          ) : null
        }
      />
    </>
  );
}
