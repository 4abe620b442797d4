import { Avatar } from '../avatar';
import { Icon } from '../icon';
import { SoftLink } from '../shell/soft-link';
import { Badge } from './badge';
import { Meter } from './meter';
import type { Cell, CellFacts, ColumnKind } from './table-types';

/** One value of a record, as its kind is written. */
export function TableCell({ kind, label, cell }: CellProps) {
  if (cell === null || cell === '') return <Nothing />;
  const facts = typeof cell === 'string' ? { text: cell } : cell;
  return (
    <span className="cell">
      <Value kind={kind} label={label} facts={facts} />
      {facts.note ? <span className="cell-note one-line">{facts.note}</span> : null}
    </span>
  );
}

interface CellProps {
  kind: ColumnKind;
  label: string;
  cell: Cell;
}

/** A missing value reads as "none", not as a dash. */
function Nothing() {
  return (
    <>
      <span aria-hidden="true" className="nothing">
        –
      </span>
      <span className="sr-only">none</span>
    </>
  );
}

function Value({ kind, label, facts }: { kind: ColumnKind; label: string; facts: CellFacts }) {
  const { text, tone, icon, href, iso, part } = facts;
  if (kind === 'badge')
    return (
      <Badge tone={tone ?? 'plain'} icon={icon}>
        {text}
      </Badge>
    );
  if (kind === 'meter') return <Meter label={label} text={text} part={part ?? 0} />;
  if (kind === 'date') return iso ? <time dateTime={iso}>{text}</time> : text;
  const words = (
    <span className="one-line" title={text}>
      {text}
    </span>
  );
  return (
    <>
      {kind === 'person' ? <Avatar name={text} small /> : null}
      {icon ? <Icon name={icon} /> : null}
      {href ? (
        <SoftLink href={href} className="cell-link one-line">
          {text}
        </SoftLink>
      ) : (
        words
      )}
    </>
  );
}
