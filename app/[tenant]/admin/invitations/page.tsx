import type { Metadata } from 'next';
import { LimitNotices } from '@/app/_screens/limit-notices';
import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { findLimitNotices } from '@/lib/admin/limits/find-limit-notices';
import { invitationsResource as resource } from '@/lib/admin/resources/invitations';
import { adminPage } from '@/lib/api/admin-page';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { addressOf, adminPlace, lookOf } from '../_parts/admin-place';
import { screenActions } from '../_parts/screen-actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: resource.label };

/** Who was invited, by whom and as what (D20). */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/invitations', query);
  const ctx = await adminPage(params, { permission: 'invitations.read', path });
  return (
    <ListScreen
      {...{ ctx, resource, query }}
      place={adminPlace(ctx.tenant, resource.name)}
      actions={screenActions}
      look={lookOf(resource.name)}
      above={<LimitNotices limits={await findLimitNotices(ctx, 'members')} />}
      headActs={
        ctx.can('invitations.write') ? (
          <>
            <ButtonLink href="/admin/invitations/many" tone="plain">
              Invite a list
            </ButtonLink>
            <ButtonLink href="/admin/invitations/new" icon="plus" tone="primary">
              Invite somebody
            </ButtonLink>
          </>
        ) : undefined
      }
    />
  );
}
