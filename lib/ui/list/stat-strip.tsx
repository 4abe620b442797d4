import type { Tone } from '../kit-types';
import { SoftLink } from '../shell/soft-link';

/** The numbers of a dashboard, side by side. */
export function StatStrip({ stats }: { stats: Stat[] }) {
  return (
    <dl className="stats">
      {stats.map(({ label, value, note, href, tone, live }) => (
        <div key={label}>
          <dt>
            {live ? <span className="live-dot" aria-hidden="true" /> : null}
            {href ? (
              <SoftLink href={href} className="stat-link">
                {label}
              </SoftLink>
            ) : (
              label
            )}
          </dt>
          <dd>
            <span className={`stat-value ${tone ? `ink-${tone}` : ''}`}>{value}</span>
            {note ? <span className="stat-note">{note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Stat {
  label: string;
  value: string;
  note?: string;
  /** The list behind the number. */
  href?: string;
  tone?: Tone;
  /** Changes by itself. */
  live?: boolean;
}
