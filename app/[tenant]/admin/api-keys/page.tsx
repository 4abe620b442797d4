import type { Metadata } from 'next';
import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { apiKeysResource as resource } from '@/lib/admin/resources/api-keys';
import { adminPage } from '@/lib/api/admin-page';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { addressOf, adminPlace, lookOf } from '../_parts/admin-place';
import { screenActions } from '../_parts/screen-actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: resource.label };

/** Keys of the API (D27): what each may do, who made it, when it was used last. */
export default async function ApiKeysPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/api-keys', query);
  const ctx = await adminPage(params, { permission: 'api-keys.read', path });
  const place = adminPlace(ctx.tenant, resource.name);
  return (
    <ListScreen
      {...{ ctx, resource, place, query }}
      actions={screenActions}
      look={lookOf(resource.name)}
      headActs={
        ctx.can('api-keys.write') ? (
          <ButtonLink href="/admin/api-keys/new" icon="plus" tone="primary">
            New API key
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
