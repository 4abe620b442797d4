import type { DomainView } from '@/lib/domains/domain-view';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Badge } from '@/lib/ui/list/badge';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { makePrimary } from '../actions';
import { DomainName } from './domain-name';
import { RemoveDomain } from './remove-domain';

interface ConnectedProps {
  domains: DomainView[];
  tenant: Pick<TenantInfo, 'settings'>;
  mayWrite: boolean;
}

/** The domains that the site answers on, the primary one first. */
export function ConnectedDomains({ domains, tenant, mayWrite }: ConnectedProps) {
  if (domains.length === 0) return null;
  const redirects = tenant.settings.redirectToPrimary;
  return (
    <Panel title="Connected" count={String(domains.length)} flush>
      <RowList
        rows={domains.map((domain) => ({
          id: domain.id,
          icon: 'domain',
          title: (
            <span className="domain-line">
              <span className="domain-name">
                <DomainName {...domain} />
              </span>
              <Badge tone={domain.status.tone}>{domain.status.label}</Badge>
              {domain.isPrimary ? <Badge tone="accent">Primary</Badge> : null}
            </span>
          ),
          note: noteOf(domain, redirects),
          act: mayWrite ? (
            <span className="domain-acts">
              {domain.isPrimary ? null : (
                <ActForm action={makePrimary} fields={{ id: domain.id }}>
                  <SubmitButton tone="plain">
                    Make primary<span className="sr-only"> {domain.name}</span>
                  </SubmitButton>
                </ActForm>
              )}
              <RemoveDomain domain={domain} />
            </span>
          ) : undefined,
        }))}
      />
    </Panel>
  );
}

function noteOf({ isPrimary, status, hosting }: DomainView, redirects: boolean): string {
  if (hosting && hosting.state !== 'ready') return hosting.note;
  if (!isPrimary) return status.note;
  return redirects
    ? 'Visitors of the other addresses are sent here.'
    : 'Canonical addresses name it. The settings can send visitors of the others here.';
}
