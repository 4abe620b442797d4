import { formatExactly } from '@/app/_screens/format-moment';
import type { TenantLimits } from '@/lib/console/limits/read-tenant-limits';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import type { ConsoleSupport } from '@/lib/console/support/read-support';
import { formatNumber } from '@/lib/ui/format-count';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { consoleDates } from './console-place';
import { LimitsPanels } from './limits-panels';
import { TenantActivityPanel } from './tenant-activity';
import { TenantDomains } from './tenant-domains';
import { TenantSupport } from './tenant-support';

/** What a tenant is and has. */
export function TenantFacts({ tenant, limits, support }: TenantFactsProps) {
  const { owner, placement, schemaName, createdAt, members } = tenant;
  const facts = [
    { label: 'Owner', value: owner.name },
    { label: 'Owner’s email', value: owner.email, copy: owner.email, mono: true },
    { label: 'Members', value: formatNumber(members) },
    { label: 'Placement', value: `${placement}, schema ${schemaName}` },
    { label: 'Tenant id', value: tenant.id, copy: tenant.id, mono: true },
    { label: 'Created', value: <Moment iso={createdAt} /> },
    ...stateFacts(tenant),
  ];
  return (
    <div className="board">
      <div className="grid min-w-0 gap-5">
        <TenantActivityPanel id={tenant.id} activity={tenant.activity} />
        <LimitsPanels id={tenant.id} limits={limits} />
      </div>
      <div className="grid min-w-0 gap-5">
        <Panel title="Facts">
          <DescriptionList items={facts} />
        </Panel>
        {tenant.deleted ? null : <TenantDomains tenant={tenant} />}
        {support.length > 0 ? <TenantSupport support={support} /> : null}
      </div>
    </div>
  );
}

/** What only tenants in some states have. */
function stateFacts({ suspendedAt, maintenance, deleted }: ConsoleTenant) {
  const moment = (label: string, iso: string | null | undefined) =>
    iso ? [{ label, value: <Moment iso={iso} /> }] : [];
  return [
    ...moment('Suspended', suspendedAt),
    ...moment('In maintenance since', maintenance?.since),
    ...moment('Thought to end', maintenance?.until),
    ...moment('Deleted', deleted?.at),
    ...moment('Destroyed from', deleted?.purgeAt),
    ...(deleted ? [{ label: 'Was called', value: deleted.slug, mono: true }] : []),
  ];
}

interface TenantFactsProps {
  tenant: ConsoleTenant;
  limits: TenantLimits;
  support: ConsoleSupport[];
}

function Moment({ iso }: { iso: string }) {
  return <time dateTime={iso}>{formatExactly(iso, consoleDates)} UTC</time>;
}
