import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LibraryTop } from '@/app/_media/library-top';
import { LimitNotices } from '@/app/_screens/limit-notices';
import { ListScreen } from '@/app/_screens/list-screen';
import type { Query } from '@/app/_screens/screen-types';
import { findLimitNotices } from '@/lib/admin/limits/find-limit-notices';
import { findResource } from '@/lib/admin/registry';
import { adminPage } from '@/lib/api/admin-page';
import type { MemberContext } from '@/lib/auth/viewer';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { addressOf, adminPlace } from '../_parts/admin-place';
import { listLook } from '../_parts/list-look';
import { PostListActs } from '../_parts/post-list-acts';
import { screenActions } from '../_parts/screen-actions';

type Props = {
  params: Promise<{ tenant: string; resource: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findResource((await params).resource)?.label ?? 'Page not found' };
}

/** The list of a resource. */
export default async function ListPage({ params, searchParams }: Props) {
  const [{ resource: name }, query] = await Promise.all([params, searchParams]);
  const resource = findResource(name);
  const ctx = await adminPage(params, {
    permission: resource?.permissions.read ?? 'admin.enter',
    path: addressOf(`/admin/${name}`, query),
  });
  if (!resource || (name === 'comments' && ctx.tenant.settings.comments === 'off')) notFound();
  const place = adminPlace(ctx.tenant, name);
  return (
    <ListScreen
      {...{ ctx, resource, place, query }}
      actions={screenActions}
      look={await listLook(ctx, name)}
      headActs={headActs(ctx, name, query)}
      above={
        <>
          <LimitNotices limits={await findLimitNotices(ctx, name === 'media' ? 'storage' : name)} />
          {name === 'media' ? <LibraryTop ctx={ctx} /> : null}
        </>
      }
    />
  );
}

/** What is done with some lists as a whole, besides what every list has. */
function headActs(ctx: MemberContext, name: string, query: Query) {
  if (name === 'members') return ctx.can('invitations.write') ? invite : undefined;
  return name === 'posts' ? (
    <PostListActs canWrite={ctx.can('posts.write')} query={query} />
  ) : undefined;
}

/** Nobody is added to the list of members by hand. */
const invite = (
  <ButtonLink href="/admin/invitations/new" icon="plus" tone="primary">
    Invite people
  </ButtonLink>
);
