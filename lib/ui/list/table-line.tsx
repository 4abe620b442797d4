'use client';

import { BrandTile } from '../brand-tile';
import { Icon } from '../icon';
import { OwnImage } from '../own-image';
import { Menu } from '../shell/menu';
import { SoftLink } from '../shell/soft-link';
import type { PlacedColumn } from './column-drops';
import { TableCell } from './table-cell';
import { columnClass } from './table-head';
import type { RowAct, TableRow } from './table-types';

/** One record of a list. */
export function TableLine({ row, columns, formId, hasActs, canSelect, ask }: LineProps) {
  return (
    <tr className={canSelect ? 'selectable' : undefined}>
      {canSelect ? (
        <td className="tick-cell">
          {row.fixed ? null : (
            <input
              type="checkbox"
              className="checkbox row-tick"
              name="id"
              value={row.id}
              aria-label={`Select ${row.title}`}
            />
          )}
        </td>
      ) : null}
      <td className="title-cell">
        <Title {...row} />
      </td>
      {columns.map((column) => (
        <td key={column.key} className={columnClass(column)}>
          <TableCell kind={column.kind} label={column.label} cell={row.cells[column.key] ?? null} />
        </td>
      ))}
      {hasActs ? (
        <td className="acts-cell">
          <RowActs row={row} formId={formId} ask={ask} />
        </td>
      ) : null}
    </tr>
  );
}

interface LineProps {
  row: TableRow;
  columns: PlacedColumn[];
  formId: string;
  hasActs: boolean;
  canSelect: boolean;
  ask: (act: RowAct, row: TableRow) => void;
}

function Title({ title, href, subtitle, narrowLine, mono, tile, picture }: TableRow) {
  const look = `row-title one-line`;
  return (
    <span className="title-lines">
      {picture ? <OwnImage className="row-picture" src={picture} alt="" loading="lazy" /> : null}
      {tile ? <BrandTile name={title} colors={tile} /> : null}
      <span className="title-words">
        {href ? (
          <SoftLink href={href} className={look} title={title}>
            {title}
          </SoftLink>
        ) : (
          <span className={look}>{title}</span>
        )}
        {subtitle ? (
          <span className={`row-sub one-line ${mono ? 'mono' : ''}`}>{subtitle}</span>
        ) : null}
        {narrowLine ? <span className="row-sub one-line narrow-only">{narrowLine}</span> : null}
      </span>
    </span>
  );
}

type ActsProps = Pick<LineProps, 'row' | 'formId' | 'ask'>;

function RowActs({ row, formId, ask }: ActsProps) {
  const { acts = [], button } = row;
  const items = acts.map((act) => ({
    label: act.label,
    icon: act.icon,
    tone: act.tone,
    href: act.href,
    submit: submitOf(act, row, formId),
    run: act.confirm && act.submit ? () => ask(act, row) : undefined,
  }));
  return (
    <span className="row-acts">
      {button ? <RowButton act={button} row={row} formId={formId} /> : null}
      {items.length > 0 ? <Menu label={`Actions for ${row.title}`} items={items} /> : null}
    </span>
  );
}

function RowButton({ act, row, formId }: { act: RowAct; row: TableRow; formId: string }) {
  const words = (
    <>
      {act.icon ? <Icon name={act.icon} /> : null}
      {act.label}
      <span className="sr-only"> {row.title}</span>
    </>
  );
  if (act.href)
    return (
      <SoftLink href={act.href} className="button plain small">
        {words}
      </SoftLink>
    );
  const submit = submitOf(act, row, formId);
  return (
    <button type="submit" className="button plain small" {...submit}>
      {words}
    </button>
  );
}

function submitOf({ submit }: RowAct, row: TableRow, form: string) {
  return submit ? { form, name: 'rowAct', value: `${submit}:${row.id}` } : undefined;
}
