import type { Metadata } from 'next';
import { DoneFlash } from '@/app/_screens/done-flash';
import type { Query } from '@/app/_screens/screen-types';
import { rolesResource } from '@/lib/admin/resources/roles';
import { listRoles } from '@/lib/admin/roles/role';
import { adminPage } from '@/lib/api/admin-page';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { addressOf } from '../_parts/admin-place';
import { peopleLink } from './_parts/people-link';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Roles' };

/** The roles of a tenant: those that every tenant has, and its own (S4.11). */
export default async function RolesPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/roles', query);
  const ctx = await adminPage(params, { permission: 'roles.read', path });
  const { builtIn, custom } = await listRoles(ctx);
  const seesPeople = ctx.can('members.read');
  const newRole = ctx.can('roles.write') ? (
    <ButtonLink href="/admin/roles/new" icon="plus" tone="primary">
      New role
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead title="Roles" lead="What people of this site may do." actions={newRole} />
      <DoneFlash query={query} resource={rolesResource} base="/admin/roles" />
      <div className="settings-groups">
        <Panel title="Your own" count={custom.length > 0 ? String(custom.length) : undefined} flush>
          {custom.length === 0 ? (
            <EmptyState icon="lock" title="No role of your own yet" tone="plain">
              Make one for who should do some things and not others.
            </EmptyState>
          ) : (
            <RowList
              rows={custom.map(({ id, name, description, people, permissions }) => ({
                ...{ id, icon: 'lock' as const, title: name, href: `/admin/roles/${id}` },
                note: description || `Gives ${permissions.length} rights.`,
                act: peopleLink({ filter: `roleId=${id}`, people, seesPeople }),
              }))}
            />
          )}
        </Panel>
        <Panel title="Built in" flush>
          <RowList
            rows={builtIn.map(({ role, name, description, people }) => ({
              ...{ id: role, icon: 'lock' as const, title: name, href: `/admin/roles/${role}` },
              note: description,
              act: peopleLink({ filter: `role=${role}`, people, seesPeople }),
            }))}
          />
        </Panel>
      </div>
    </>
  );
}
