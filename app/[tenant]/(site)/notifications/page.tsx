import '@/app/person.css';
import '@/app/inbox.css';
import type { Metadata } from 'next';
import { accountPage } from '@/lib/api/admin-page';
import type { Query } from '@/lib/api/login-address';
import { countUnread } from '@/lib/notifications/inbox/count-unread';
import { listInbox } from '@/lib/notifications/inbox/list-inbox';
import { kindNames, notificationKinds } from '@/lib/notifications/kinds';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { PlaceLink } from '@/lib/ui/place-link';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { SiteMain } from '../_parts/site-main';
import { InboxDays } from './_parts/inbox-days';
import { InboxViews } from './_parts/inbox-views';
import { NewArrivals } from './_parts/new-arrivals';
import { markAll } from './actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Notifications', robots: { index: false } };

/** What a person was told of at this site, newest first (S1.5). */
export default async function NotificationsPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const ctx = await accountPage(params, { path: '/notifications' });
  const kind = kindNames.find((one) => one === query.kind);
  const isUnread = query.unread === '1';
  const cursor =
    typeof query.cursor === 'string' && /^\d{1,12}$/.test(query.cursor) ? query.cursor : null;
  const [page, unread] = await Promise.all([
    listInbox(ctx, { kind, unread: isUnread, cursor }),
    countUnread(ctx),
  ]);
  const back = addressOf({ kind, unread: isUnread });
  return (
    <SiteMain>
      <div className="inbox">
        <div className="inbox-head">
          <h1 className="font-semibold text-2xl">Notifications</h1>
          <div className="inbox-acts">
            {unread > 0 ? (
              <KitForm action={markAll} hidden={{ upTo: page.newest ?? '', back }} className="">
                <SubmitButton tone="quiet">Mark all read</SubmitButton>
              </KitForm>
            ) : null}
            <ButtonLink href="/notifications/preferences" small>
              Preferences
            </ButtonLink>
          </div>
        </div>
        <InboxViews unread={unread} isUnread={isUnread} kind={kind} />
        <div className="min-w-0">
          <NewArrivals shown={page.items.map(({ id }) => id)} />
          {page.items.length > 0 ? (
            <InboxDays items={page.items} dates={ctx.tenant.settings} back={back} />
          ) : (
            <EmptyState icon="bell" title={emptyTitle(kind, isUnread)}>
              What the people of {ctx.tenant.name} tell you appears here.
            </EmptyState>
          )}
          {page.next ? (
            <PlaceLink
              className="button"
              href={addressOf({ kind, unread: isUnread, cursor: page.next })}
            >
              Older
            </PlaceLink>
          ) : null}
        </div>
      </div>
    </SiteMain>
  );
}

function emptyTitle(kind: keyof typeof notificationKinds | undefined, isUnread: boolean): string {
  if (isUnread) return 'Everything is read';
  return kind ? `No ${notificationKinds[kind].label.toLowerCase()} so far` : 'Nothing so far';
}

function addressOf({ kind, unread, cursor }: { kind?: string; unread?: boolean; cursor?: string }) {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(unread && { unread: '1' }),
    ...(cursor && { cursor }),
  });
  return query.size > 0 ? `/notifications?${query}` : '/notifications';
}
