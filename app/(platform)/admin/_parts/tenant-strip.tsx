import type { TenantNumbers } from '@/lib/console/count-tenants';
import { formatNumber } from '@/lib/ui/format-count';
import { StatStrip } from '@/lib/ui/list/stat-strip';

/** How many tenants there are, by state; each number leads to its list. */
export function TenantStrip({ numbers }: { numbers: TenantNumbers }) {
  return (
    <div className="mb-5">
      <StatStrip
        stats={[
          { label: 'Tenants', value: formatNumber(numbers.all), href: '/admin/tenants' },
          state('Active', numbers.active, 'active'),
          state('Suspended', numbers.suspended, 'suspended'),
          ...(numbers.maintenance > 0
            ? [state('Maintenance', numbers.maintenance, 'maintenance')]
            : []),
          state('Deleted', numbers.deleted, 'deleted'),
        ]}
      />
    </div>
  );
}

function state(label: string, count: number, status: string) {
  return { label, value: formatNumber(count), href: `/admin/tenants?status=${status}` };
}
