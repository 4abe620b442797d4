import { formatExactly } from '@/app/_screens/format-moment';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { formatNumber } from '@/lib/ui/format-count';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { consoleDates } from './console-place';
import { TenantActivityPanel } from './tenant-activity';
import { TenantDomains } from './tenant-domains';

/** What a tenant is and has. */
export function TenantFacts({ tenant }: { tenant: ConsoleTenant }) {
  const { owner, placement, schemaName, createdAt, suspendedAt, members } = tenant;
  const facts = [
    { label: 'Owner', value: owner.name },
    { label: 'Owner’s email', value: owner.email, copy: owner.email, mono: true },
    { label: 'Members', value: formatNumber(members) },
    { label: 'Placement', value: `${placement}, schema ${schemaName}` },
    { label: 'Tenant id', value: tenant.id, copy: tenant.id, mono: true },
    { label: 'Created', value: <Moment iso={createdAt} /> },
    ...(suspendedAt ? [{ label: 'Suspended', value: <Moment iso={suspendedAt} /> }] : []),
  ];
  return (
    <div className="board">
      <TenantActivityPanel id={tenant.id} activity={tenant.activity} />
      <div className="grid min-w-0 gap-5">
        <Panel title="Facts">
          <DescriptionList items={facts} />
        </Panel>
        <TenantDomains tenant={tenant} />
      </div>
    </div>
  );
}

function Moment({ iso }: { iso: string }) {
  return <time dateTime={iso}>{formatExactly(iso, consoleDates)} UTC</time>;
}
