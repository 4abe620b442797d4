import { formatMoment } from '@/app/_screens/format-moment';
import type { TenantActivity } from '@/lib/console/read-tenant';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { consoleDates } from './console-place';

/** The last entries of a tenant's audit log. */
export function TenantActivityPanel({ id, activity }: TenantActivityProps) {
  if (activity.length === 0) {
    return <Panel title="What happened">Nothing was written down yet.</Panel>;
  }
  return (
    <Panel
      title="What happened"
      flush
      act={
        <ButtonLink href={`/admin/audit?tenant=${id}`} tone="quiet" small>
          Audit log
        </ButtonLink>
      }
    >
      <RowList
        rows={activity.map(({ id, type, actor, label, at }) => ({
          id,
          person: actor || 'Tenantry',
          title: (
            <>
              {actor || someoneOf(type)} {verbOf(type)} <b>{label}</b>
            </>
          ),
          note: formatMoment(at, consoleDates),
        }))}
      />
    </Panel>
  );
}

interface TenantActivityProps {
  /** Of the tenant. */
  id: string;
  activity: TenantActivity[];
}

/** Who it was where nobody in particular did it. */
function someoneOf(type: string): string {
  return type.startsWith('tenant.limit-') ? 'The site' : 'The command line';
}

/** "tenant.suspended" as people say it. */
function verbOf(type: string): string {
  const verb = type.split('.').at(-1) ?? type;
  return verbs[type] ?? verbs[verb] ?? verb.replaceAll('-', ' ');
}

const verbs: Record<string, string> = {
  'tenant.deleted': 'deleted',
  // An account may be deactivated, too, and that is another thing.
  'tenant.deactivated': 'suspended',
  'tenant.maintenance': 'closed for maintenance',
  updated: 'changed',
  'limit-near': 'is near the limit of',
  'limit-reached': 'reached the limit of',
  trashed: 'moved to the trash',
  deleted: 'deleted for good',
  migrated: 'brought up to date',
};
