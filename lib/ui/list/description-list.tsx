import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';

/** Facts of a record, each with its name. */
export function DescriptionList({ items }: { items: Fact[] }) {
  return (
    <dl className="facts">
      {items.map(({ label, value, copy, mono }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={mono ? 'mono' : undefined}>
            {value}
            {copy ? <CopyButton text={copy} label={`Copy ${label.toLowerCase()}`} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Fact {
  label: string;
  value: ReactNode;
  /** Text a button puts on the clipboard. */
  copy?: string;
  mono?: boolean;
}
