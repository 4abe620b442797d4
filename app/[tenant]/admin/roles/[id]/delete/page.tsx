import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { namedRoles } from '@/lib/admin/members/named-roles';
import { isHigh, reaches, rightsOf } from '@/lib/admin/rights/rights-of';
import { listRoles } from '@/lib/admin/roles/role';
import { adminPage } from '@/lib/api/admin-page';
import type { Permission } from '@/lib/auth/permissions';
import { PageHead } from '@/lib/ui/shell/page-head';
import { DeleteRoleForm } from '../../_parts/delete-role-form';
import { removeRole } from '../../actions';

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata: Metadata = { title: 'Delete role' };

/** The question before a role is deleted: what those get who have it. */
export default async function DeleteRolePage({ params }: Props) {
  const { id } = await params;
  const path = `/admin/roles/${id}/delete`;
  const ctx = await adminPage(params, { permission: 'roles.delete', path });
  const { membership } = ctx.viewer;
  if (!ctx.can('roles.read')) notFound();
  const { custom } = await listRoles(ctx);
  const role = custom.find((one) => one.id === id);
  if (!role || !reaches(membership, role.permissions as Permission[])) notFound();
  const heirs = namedRoles(custom.filter((one) => one.id !== id)).filter(
    ({ rights }) => !isHigh(rights) && reaches(membership, rightsOf(rights)),
  );
  return (
    <>
      <PageHead
        title={`Delete ${role.name}?`}
        crumbs={[
          { label: 'Roles', href: '/admin/roles' },
          { label: role.name, href: `/admin/roles/${id}` },
        ]}
      />
      <DeleteRoleForm
        action={removeRole}
        role={{ id, name: role.name, people: role.people }}
        heirs={heirs.map((one) => ({ id: one.id, label: one.label }))}
      />
    </>
  );
}
