import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { formatNumber } from '@/lib/ui/format-count';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { reachWords } from './broadcast-words';
import { ReachBar } from './reach-bar';

/** How many have got, seen and read what has gone out. */
export function ReachPanel({ item }: { item: SentItem }) {
  const { recipients, delivered, read } = item;
  return (
    <Panel title="Reach">
      <p className="reach-words">{reachWords(item)}</p>
      <ReachBar {...item} />
      <DescriptionList
        items={[
          { label: 'Recipients', value: formatNumber(recipients) },
          { label: 'Delivered', value: formatNumber(delivered) },
          { label: 'Read', value: formatNumber(read) },
        ]}
      />
      <p className="field-help">
        Delivered once their notifications have shown it, read once they have opened or marked it.
      </p>
    </Panel>
  );
}
