import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { adminPage } from '@/lib/api/admin-page';
import type { MemberContext } from '@/lib/auth/viewer';
import { findAudiencePeople, listAudienceGroups } from '@/lib/notifications/sending/find-audiences';
import { listSent } from '@/lib/notifications/sending/list-sent';
import { previewAudience } from '@/lib/notifications/sending/preview-audience';
import { Flash } from '@/lib/ui/dialog/flash';
import { Panel } from '@/lib/ui/list/panel';
import { PageHead } from '@/lib/ui/shell/page-head';
import { adminPlace } from '../../_parts/admin-place';
import { ComposeForm } from '../_parts/compose-form';
import { personChoice, type Reach } from '../_parts/reach';
import { SentBefore } from '../_parts/sent-rows';
import { send } from '../actions';

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'New broadcast' };

/** The composer of a broadcast (S1.29, D25). */
export default async function NewBroadcastPage({ params, searchParams }: Props) {
  const path = '/admin/notifications/new';
  const ctx = await adminPage(params, { permission: 'notifications.write', path });
  const { done, at } = await searchParams;
  const { base, dates } = adminPlace(ctx.tenant, 'notifications');
  const maySee = ctx.can('notifications.read');
  const reach = await readReach(ctx);
  const { items } = maySee ? await listSent(ctx, { limit: 3 }) : { items: [] };
  return (
    <>
      <PageHead
        title="New broadcast"
        lead="Reaches people at once in their notifications, and by email if they asked for it."
        crumbs={maySee ? [{ label: 'Broadcasts', href: base }] : []}
      />
      {/* Only who may not see what was sent comes back here. */}
      {done === 'sent' ? <Flash message="Sent" id={`sent-${at}`} /> : null}
      {done === 'scheduled' ? <Flash message="Scheduled" id={`scheduled-${at}`} /> : null}
      <ComposeForm
        action={send}
        reach={reach}
        zone={dates.timeZone}
        once={randomUUID()}
        leaveHref={maySee ? base : '/admin'}
      >
        {items.length > 0 ? (
          <Panel title="Sent before" flush>
            <SentBefore items={items} dates={dates} />
          </Panel>
        ) : null}
      </ComposeForm>
    </>
  );
}

async function readReach(ctx: MemberContext): Promise<Reach> {
  const [{ recipients }, groups, people] = await Promise.all([
    previewAudience(ctx, { all: true }),
    listAudienceGroups(ctx),
    findAudiencePeople(ctx, ''),
  ]);
  return { everyone: recipients, groups, people: people.map(personChoice) };
}
