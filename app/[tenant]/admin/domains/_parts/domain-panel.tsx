import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { DomainView } from '@/lib/domains/domain-view';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Badge } from '@/lib/ui/list/badge';
import { checkDomain } from '../actions';
import { DnsRecords } from './dns-records';
import { DomainName } from './domain-name';
import { RemoveDomain } from './remove-domain';

interface DomainPanelProps {
  domain: DomainView;
  mayWrite: boolean;
  dates: DateWords;
}

/** A domain that waits for somebody: how it stands, what to do, and the records to copy. */
export function DomainPanel({ domain, mayWrite, dates }: DomainPanelProps) {
  const { id, status, records, checkedAt, nextCheckAt } = domain;
  return (
    <section className="panel" aria-labelledby={`domain-${id}`}>
      <div className="panel-head">
        <h2 id={`domain-${id}`} className="domain-name">
          <DomainName {...domain} />
        </h2>
        <Badge tone={status.tone}>{status.label}</Badge>
        {mayWrite ? (
          <div className="panel-act domain-acts">
            <ActForm action={checkDomain} fields={{ id }}>
              <SubmitButton tone="plain">Check now</SubmitButton>
            </ActForm>
            <RemoveDomain domain={domain} />
          </div>
        ) : null}
      </div>
      <div className="panel-body domain-body">
        <p>{status.note}</p>
        <DnsRecords records={records} />
        <p className="field-help">
          These records belong where you bought the domain. Some providers add the domain to a name
          by themselves: then enter only what stands before it. An ALIAS is called ANAME or CNAME
          flattening by some.
        </p>
      </div>
      <div className="panel-foot">
        <span>
          {checkedAt ? `Last checked ${formatExactly(checkedAt, dates)}.` : 'Not checked yet.'}
        </span>
        <span>
          {nextCheckAt
            ? `Next check ${formatExactly(nextCheckAt, dates)}.`
            : 'Nobody looks again by themselves. “Check now” does.'}
        </span>
      </div>
    </section>
  );
}
