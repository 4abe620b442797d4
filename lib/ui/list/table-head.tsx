import { ArrowDown, ArrowUp } from 'lucide-react';
import { SoftLink } from '../shell/soft-link';
import type { PlacedColumn } from './column-drops';
import type { Sort } from './table-types';

/** The heads of a table; those of sortable columns are links. */
export function TableHead({ title, columns, hasActs, actsWidth, selectAll }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {selectAll === undefined ? null : (
          <td className="tick-cell">
            <span className="script-only">{selectAll}</span>
          </td>
        )}
        <HeadCell {...title} />
        {columns.map((column) => (
          <HeadCell
            key={column.key}
            label={column.label}
            sort={column.sort}
            width={column.rem}
            className={columnClass(column)}
          />
        ))}
        {hasActs ? (
          <th scope="col" style={{ width: `${actsWidth}rem` }}>
            <span className="sr-only">Actions</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

interface TableHeadProps {
  title: { label: string; sort?: Sort };
  columns: PlacedColumn[];
  hasActs: boolean;
  /** In rem. */
  actsWidth: number;
  /** The tick that selects the page, where rows can be selected. */
  selectAll?: React.ReactNode;
}

/** Classes that all cells of a column share. */
export function columnClass({ kind, dropBelow, underTitle }: PlacedColumn): string {
  const drop = dropBelow === null ? '' : ` drop-${dropBelow}`;
  const under = underTitle === null ? '' : ` under-${underTitle}`;
  return `col-${kind}${drop}${under}`;
}

function HeadCell({ label, sort, width, className }: HeadCellProps) {
  const style = width === undefined ? undefined : { width: `${width}rem` };
  return (
    <th scope="col" className={className} style={style} aria-sort={sort?.direction}>
      {sort ? (
        <SoftLink href={sort.href} className="sort">
          {label}
          {sort.direction ? <Arrow direction={sort.direction} /> : null}
        </SoftLink>
      ) : (
        label
      )}
    </th>
  );
}

interface HeadCellProps {
  label: string;
  sort?: Sort;
  width?: number;
  className?: string;
}

function Arrow({ direction }: { direction: NonNullable<Sort['direction']> }) {
  const Picture = direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Picture size={14} strokeWidth={1.75} aria-hidden />;
}
