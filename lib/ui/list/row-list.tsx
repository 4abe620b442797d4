import type { ReactNode } from 'react';
import { Avatar } from '../avatar';
import { Icon, type IconName } from '../icon';
import type { Tone } from '../kit-types';
import { SoftLink } from '../shell/soft-link';

/** A few lines in a flush panel: what needs attention, what is coming, who did what. */
export function RowList({ rows }: { rows: ListRow[] }) {
  return (
    <ul className="row-list">
      {rows.map((row) => (
        <li key={row.id}>
          <Mark {...row} />
          <div className="row-list-words">
            {row.href ? (
              <SoftLink href={row.href} className="row-list-title">
                {row.title}
              </SoftLink>
            ) : (
              <div className="row-list-title">{row.title}</div>
            )}
            {row.note ? <div className="row-sub">{row.note}</div> : null}
          </div>
          {row.act}
        </li>
      ))}
    </ul>
  );
}

interface ListRow {
  id: string;
  icon?: IconName;
  /** A person's name, for the picture before the line. */
  person?: string;
  tone?: Tone;
  title: ReactNode;
  note?: ReactNode;
  href?: string;
  act?: ReactNode;
}

function Mark({ person, icon, tone = 'plain' }: ListRow) {
  if (person) return <Avatar name={person} small />;
  if (!icon) return null;
  return (
    <span className={`mark ${tone}`}>
      <Icon name={icon} />
    </span>
  );
}
