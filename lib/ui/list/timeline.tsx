import type { ReactNode } from 'react';
import { Avatar } from '../avatar';
import { Icon, type IconName } from '../icon';
import type { Tone } from '../kit-types';
import { SoftLink } from '../shell/soft-link';
import { Badge } from './badge';

/** What happened, newest first: history of a record, or the audit log. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Mark {...entry} />
          <div className="timeline-words">
            <Words {...entry} />
            {entry.note ? <p className="row-sub mono">{entry.note}</p> : null}
            {entry.detail ? (
              <details className="timeline-detail">
                <summary>{entry.detailLabel ?? 'What changed'}</summary>
                {entry.detail}
              </details>
            ) : null}
          </div>
          {entry.act ? <div className="timeline-act">{entry.act}</div> : null}
        </li>
      ))}
    </ol>
  );
}

export interface TimelineEntry {
  id: string;
  who: string;
  /** After the name: "published “Hello”". */
  what: ReactNode;
  when: string;
  iso?: string;
  icon?: IconName;
  tone?: Tone;
  badge?: string;
  href?: string;
  /** Ids and addresses, small. */
  note?: string;
  /** Behind a disclosure, as a DiffView. */
  detail?: ReactNode;
  detailLabel?: string;
  act?: ReactNode;
}

function Mark({ who, icon, tone = 'plain' }: TimelineEntry) {
  if (!icon) return <Avatar name={who} small />;
  return (
    <span className={`mark round ${tone}`}>
      <Icon name={icon} size={13} />
    </span>
  );
}

function Words({ who, what, href, badge, tone, when, iso }: TimelineEntry) {
  const words = (
    <>
      <b>{who}</b> {what}
    </>
  );
  return (
    <>
      <p>
        {href ? (
          <SoftLink href={href} className="timeline-link">
            {words}
          </SoftLink>
        ) : (
          words
        )}
        {badge ? (
          <>
            {' '}
            <Badge tone={tone ?? 'plain'}>{badge}</Badge>
          </>
        ) : null}
      </p>
      <p className="row-sub">
        <time dateTime={iso}>{when}</time>
      </p>
    </>
  );
}
