import type { DomainView } from '@/lib/domains/domain-view';
import { Badge } from '@/lib/ui/list/badge';
import { CopyButton } from '@/lib/ui/list/copy-button';

/** The records of a domain, to copy one by one. */
export function DnsRecords({ records }: Pick<DomainView, 'records'>) {
  return (
    <ul className="dns-records">
      {records.map(({ type, name, value, isSeen }) => (
        <li key={`${type} ${value}`}>
          <Part label="Type" text={type} />
          <Part label="Name" text={name} copied={`the name ${name}`} />
          <Part label="Value" text={value} copied={`the value ${value}`} />
          <span className="dns-seen">
            {isSeen ? <Badge tone="good">Found</Badge> : <Badge tone="wait">Not yet</Badge>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Part({ label, text, copied }: { label: string; text: string; copied?: string }) {
  return (
    <span className={`dns-part ${copied ? 'wide' : ''}`}>
      <span className="dns-label">{label}</span>
      <span className="dns-text">
        <code className="mono">{text}</code>
        {copied ? <CopyButton text={text} label={`Copy ${copied}`} /> : null}
      </span>
    </span>
  );
}
