import { formatMoment } from '@/app/_screens/format-moment';
import type { ConsoleSupport } from '@/lib/console/support/read-support';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { consoleDates } from './console-place';

/** Who acted as whom in a tenant lately. */
export function TenantSupport({ support }: { support: ConsoleSupport[] }) {
  return (
    <Panel title="Support access" flush>
      <RowList
        rows={support.map(({ id, superuserName, userName, reason, endedAt }) => ({
          id,
          person: superuserName,
          title: `${superuserName} as ${userName}`,
          note: `${reason} (${endedAt ? `ended ${formatMoment(endedAt, consoleDates)}` : 'running'})`,
        }))}
      />
    </Panel>
  );
}
