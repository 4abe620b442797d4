import type { ColumnKind, TableColumn } from './table-types';

/** What a column takes in rem when it does not say. */
const WIDTHS: Record<ColumnKind, number> = {
  text: 10,
  badge: 11,
  date: 8.5,
  number: 6.25,
  person: 9,
  relation: 10,
  boolean: 6,
  meter: 9,
  code: 9,
};

const TITLE = 12.5;
const BOX = 2.75;
const ACTS = 3.5;

/** Steps for which app/table-drops.css has a rule. */
const STEP = 4;
const FIRST = 28;
const LAST = 100;

/** A column with the width it gets and the width of the table under which it is left out. */
export interface PlacedColumn extends TableColumn {
  rem: number;
  /** In rem, a step the style sheet knows; null: never left out. */
  dropBelow: number | null;
  /** Stands under the title where rows stack; the others are left out there. */
  underTitle: 1 | 2 | null;
}

/**
 * Which columns go first when the table gets narrow: the rightmost, the state never, so that the
 * title keeps its 200 px.
 * @param extra rem for what stands beside the columns, as a visible button
 */
export function placeColumns(columns: TableColumn[], extra = 0): PlacedColumn[] {
  const placed = columns.map((column) => ({ ...column, rem: column.width ?? WIDTHS[column.kind] }));
  let needed = TITLE + BOX + ACTS + extra + placed.reduce((sum, { rem }) => sum + rem, 0);
  const drops = new Map<string, number>();
  for (const column of [...placed].reverse()) {
    if (isKept(column)) continue;
    drops.set(column.key, Math.min(LAST, Math.max(FIRST, Math.ceil(needed / STEP) * STEP)));
    needed -= column.rem;
  }
  const under = keysUnderTitle(columns);
  return placed.map((column) => ({
    ...column,
    dropBelow: drops.get(column.key) ?? null,
    underTitle: under[0] === column.key ? 1 : under[1] === column.key ? 2 : null,
  }));
}

/** State and date, the date being the one the list is sorted by if there is one. */
function keysUnderTitle(columns: TableColumn[]): string[] {
  const dates = columns.filter(({ kind }) => kind === 'date');
  const state = columns.find(({ kind }) => kind === 'badge');
  const date = dates.find(({ sort }) => sort?.direction) ?? dates[0];
  const both = [state, date].flatMap((column) => (column ? [column.key] : []));
  return both.length > 0 ? both : columns.slice(0, 2).map(({ key }) => key);
}

function isKept({ keep, kind }: TableColumn): boolean {
  return keep ?? kind === 'badge';
}
