import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { ConfirmLink } from '@/lib/ui/dialog/confirm-link';
import { formatCount } from '@/lib/ui/format-count';
import { Badge } from '@/lib/ui/list/badge';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { vouchQuestion } from './vouch-question';

/** The domains of a tenant and how each stands; an operator may vouch for one that waits. */
export function TenantDomains({ tenant }: { tenant: ConsoleTenant }) {
  const { id, domains } = tenant;
  const count = formatCount(domains.length, { one: 'domain', other: 'domains' });
  if (domains.length === 0) return <Panel title="Domains">No domain of its own yet.</Panel>;
  return (
    <Panel title="Domains" count={count} flush>
      <RowList
        rows={domains.map((domain) => ({
          id: domain.id,
          icon: 'domain' as const,
          title: domain.hostname,
          note: [domain.isPrimary ? 'Primary.' : '', domain.status.note].join(' ').trim(),
          act: (
            <span className="domain-acts">
              <Badge tone={domain.status.tone}>{domain.status.label}</Badge>
              {domain.isVerified || tenant.status === 'deleted' ? null : (
                <ConfirmLink
                  href={`/admin/tenants/${id}/vouch?domain=${domain.id}`}
                  content={vouchQuestion(tenant, domain)}
                  className="button plain small"
                >
                  Mark as verified<span className="sr-only"> {domain.hostname}</span>
                </ConfirmLink>
              )}
            </span>
          ),
        }))}
      />
    </Panel>
  );
}
