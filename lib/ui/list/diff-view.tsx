import { diffLines } from './diff-lines';
import { type FoldedLine, foldLines } from './fold-lines';

/** What a change did, field by field: short values before and after, long texts by lines (D12). */
export function DiffView({ fields }: { fields: DiffField[] }) {
  if (fields.length === 0) return <p className="field-help">No field differs.</p>;
  return (
    <dl className="diff">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{field.label}</dt>
          <dd>{isLong(field) ? <LongChange {...field} /> : <ShortChange {...field} />}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface DiffField {
  name: string;
  label: string;
  /** Null where there was nothing. */
  before: string | null;
  after: string | null;
  long?: boolean;
}

function isLong({ long, before, after }: DiffField): boolean {
  return long ?? /\n/.test(`${before ?? ''}${after ?? ''}`);
}

function ShortChange({ before, after }: DiffField) {
  return (
    <div className="diff-short">
      <del>
        <span className="sr-only">Before: </span>
        {before || <Nothing />}
      </del>
      <span aria-hidden="true">→</span>
      <ins>
        <span className="sr-only">After: </span>
        {after || <Nothing />}
      </ins>
    </div>
  );
}

function Nothing() {
  return <span className="diff-nothing">nothing</span>;
}

function LongChange({ before, after }: DiffField) {
  const lines = foldLines(diffLines(before ?? '', after ?? ''));
  return (
    <div className="diff-lines">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat and never move
        <Line key={at} {...line} />
      ))}
    </div>
  );
}

function Line(line: FoldedLine) {
  if (line.kind === 'fold')
    return (
      <p className="diff-fold">
        {line.count === 1 ? '1 unchanged line' : `${line.count} unchanged lines`}
      </p>
    );
  const text = line.text === '' ? '\u00a0' : line.text;
  if (line.kind === 'same') return <p className="diff-line">{text}</p>;
  const Mark = line.kind === 'added' ? 'ins' : 'del';
  return (
    <p className={`diff-line ${line.kind}`}>
      <span className="sr-only">{line.kind === 'added' ? 'Added: ' : 'Removed: '}</span>
      <Mark>{text}</Mark>
    </p>
  );
}
