import { formatExactly } from '@/app/_screens/format-moment';
import type { PublicBroadcast } from '@/lib/console/public-groups/list-public-broadcasts';
import { formatNumber } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { consoleDates } from '../../_parts/console-place';

/** What was said to a group lately, and to how many. */
export function SentToGroup({ sent }: { sent: PublicBroadcast[] }) {
  if (sent.length === 0) return null;
  return (
    <Panel title="Sent lately" flush>
      <RowList
        rows={sent.map(({ id, title, sender, createdAt, told }) => ({
          ...{ id, title, icon: 'mail' as const },
          note: (
            <>
              {told
                ? `To ${formatNumber(told.reached)} of ${formatNumber(told.people)}`
                : 'On its way'}
              , {sender ? `by ${sender}, ` : ''}
              <time dateTime={createdAt}>{formatExactly(createdAt, consoleDates)} UTC</time>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
