import { formatMoment } from '@/app/_screens/format-moment';
import type { TenantActivity } from '@/lib/console/read-tenant';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { consoleDates } from './console-place';

/** The last entries of a tenant's audit log. */
export function TenantActivityPanel({ activity }: { activity: TenantActivity[] }) {
  if (activity.length === 0) {
    return <Panel title="What happened">Nothing was written down yet.</Panel>;
  }
  return (
    <Panel title="What happened" flush>
      <RowList
        rows={activity.map(({ id, type, actor, label, at }) => ({
          id,
          person: actor || 'Tenantry',
          title: (
            <>
              {actor || 'The command line'} {verbOf(type)} <b>{label}</b>
            </>
          ),
          note: formatMoment(at, consoleDates),
        }))}
      />
    </Panel>
  );
}

/** "tenant.suspended" as people say it. */
function verbOf(type: string): string {
  const verb = type.split('.').at(-1) ?? type;
  return verbs[verb] ?? verb.replaceAll('-', ' ');
}

const verbs: Record<string, string> = {
  updated: 'changed',
  trashed: 'moved to the trash',
  deleted: 'deleted for good',
};
