import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { adminPage } from '@/lib/api/admin-page';
import type { MemberContext } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { listSent, type SentPage } from '@/lib/notifications/sending/list-sent';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { Pager } from '@/lib/ui/list/pager';
import { Panel } from '@/lib/ui/list/panel';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { PageHead } from '@/lib/ui/shell/page-head';
import { addressOf, adminPlace } from '../_parts/admin-place';
import { SentRows } from './_parts/sent-rows';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Broadcasts' };

/** What was sent to the people of this site, newest first, and what became of it (D25). */
export default async function BroadcastsPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const path = addressOf('/admin/notifications', query);
  const ctx = await adminPage(params, { permission: 'notifications.read', path });
  const { base, dates } = adminPlace(ctx.tenant, 'notifications');
  const cursor = typeof query.cursor === 'string' ? query.cursor : null;
  const { items, next } = await pageAt(ctx, cursor);
  const compose = ctx.can('notifications.write') ? (
    <ButtonLink href={`${base}/new`} icon="plus" tone="primary">
      New broadcast
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead
        title="Broadcasts"
        lead="What was said to everyone, a group or some people of this site."
        actions={items.length > 0 ? compose : undefined}
      />
      <Panel flush>
        {items.length === 0 ? (
          <EmptyState icon="broadcast" title="Nothing was sent yet" act={compose}>
            Announcements to the people of this site stand here, with how many have got and read
            them.
          </EmptyState>
        ) : (
          <>
            <SentRows items={items} dates={dates} />
            <Pager
              shown={items.length}
              noun={{ one: 'broadcast', other: 'broadcasts' }}
              newerHref={cursor ? base : undefined}
              olderHref={next ? addressOf(base, { cursor: next }) : undefined}
              labels={{ newer: 'Newest', older: 'Older' }}
            />
          </>
        )}
      </Panel>
    </>
  );
}

/** An address that somebody has changed by hand shows the newest. */
async function pageAt(ctx: MemberContext, cursor: string | null): Promise<SentPage> {
  try {
    return await listSent(ctx, { cursor });
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_input') return listSent(ctx);
    throw error;
  }
}
