import type { Metadata } from 'next';
import type { Query } from '@/app/_screens/screen-types';
import { adminPage } from '@/lib/api/admin-page';
import { ConfirmLink } from '@/lib/ui/dialog/confirm-link';
import { Panel } from '@/lib/ui/list/panel';
import { StateBadge } from '@/lib/ui/list/state-badge';
import { PageHead } from '@/lib/ui/shell/page-head';
import { adminPlace } from '../../_parts/admin-place';
import { RefreshWhile } from '../../_parts/refresh-while';
import { BroadcastCard } from '../_parts/broadcast-card';
import { BroadcastFacts } from '../_parts/broadcast-facts';
import { BroadcastFlash } from '../_parts/broadcast-flash';
import { hasGone } from '../_parts/broadcast-words';
import { cancelQuestion } from '../_parts/cancel-question';
import { findSent } from '../_parts/find-sent';
import { ReachPanel } from '../_parts/reach-panel';

type Props = { params: Promise<{ tenant: string; id: string }>; searchParams: Promise<Query> };

export const metadata: Metadata = { title: 'Broadcast' };

/** One broadcast: what it says, to whom, and what became of it (D25). */
export default async function BroadcastPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const path = `/admin/notifications/${id}`;
  const ctx = await adminPage(params, { permission: 'notifications.read', path });
  const item = await findSent(ctx, id);
  const { base, dates } = adminPlace(ctx.tenant, 'notifications');
  const mayCancel = item.status === 'scheduled' && ctx.can('notifications.write');
  return (
    <>
      <PageHead
        title={item.title}
        crumbs={[{ label: 'Broadcasts', href: base }]}
        badges={<StateBadge state={item.status} />}
        actions={
          mayCancel ? (
            <ConfirmLink
              href={`${path}/cancel`}
              content={cancelQuestion(item, dates)}
              className="button plain"
            >
              Cancel broadcast
            </ConfirmLink>
          ) : undefined
        }
      />
      <BroadcastFlash {...{ query, item, dates }} />
      <RefreshWhile isGoing={item.status === 'sending'} />
      <div className="broadcast">
        <Panel title="Message" flush>
          <div className="preview-ground">
            <BroadcastCard title={item.title} body={item.body} href={item.href} isLink />
          </div>
        </Panel>
        <div className="compose-aside">
          {hasGone(item) ? <ReachPanel item={item} /> : null}
          <BroadcastFacts {...{ item, dates }} />
        </div>
      </div>
    </>
  );
}
