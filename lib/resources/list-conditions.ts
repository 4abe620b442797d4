import { and, gte, ilike, inArray, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { ScopedTx } from '../db/scoped-tx';
import type { DatePreset, FilterValue } from './filter-value';
import type { ListQuery } from './list-query';
import type { Field, Resource } from './resource';
import { columnOf } from './table-columns';
import { zonedClock, zonedDay } from './zoned-time';

/** The rows a query means, its search apart: living or in the trash, and its filters. */
export function filterConditions(
  tx: ScopedTx,
  resource: Resource,
  query: Pick<ListQuery, 'filters' | 'trash'>,
  timeZone: string,
): SQL | undefined {
  const filters = Object.entries(query.filters).map(([name, value]) => {
    const field = resource.fields[name];
    return field ? conditionOf(tx, resource, field, value, timeZone) : undefined;
  });
  return and(trashCondition(resource, query.trash), resource.hooks.narrow?.(query), ...filters);
}

/** Keeps to living rows, or to those in the trash. */
export function trashCondition(resource: Resource, trash: boolean): SQL | undefined {
  if (!resource.has.trash) return undefined;
  const column = columnOf(resource.table, 'deletedAt');
  return trash ? isNotNull(column) : isNull(column);
}

/** What a search matches: any of the columns holds the text, whatever its case. */
export function searchCondition(columns: unknown[], q: string): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(...columns.map((column) => ilike(column as PgColumn, pattern)));
}

function conditionOf(
  tx: ScopedTx,
  resource: Resource,
  field: Field,
  value: FilterValue,
  timeZone: string,
): SQL | undefined {
  if (value.kind === 'oneOf') return oneOf(tx, resource, field, value.values);
  const column = field.column;
  if (!column) return undefined;
  if (field.kind === 'number') return numberRange(column, value);
  const [from, until] = instantsOf(value, timeZone);
  return and(from ? gte(column, from) : undefined, until ? lt(column, until) : undefined);
}

function oneOf(tx: ScopedTx, resource: Resource, field: Field, values: string[]): SQL | undefined {
  if (field.kind === 'boolean' && field.column) {
    return inArray(
      field.column,
      values.map((value) => value === 'true'),
    );
  }
  if (field.column) return inArray(field.column, values);
  const through = field.relation?.through;
  if (!through) return undefined;
  const rows = tx
    .select({ id: columnOf(through.table, through.own) })
    .from(through.table)
    .where(inArray(columnOf(through.table, through.other), values));
  return inArray(columnOf(resource.table, 'id'), rows);
}

function numberRange(column: PgColumn, value: FilterValue): SQL | undefined {
  if (value.kind !== 'range') return undefined;
  return and(
    value.from === null ? undefined : gte(column, Number(value.from)),
    value.to === null ? undefined : lte(column, Number(value.to)),
  );
}

type Day = [number, number, number];

/** The first instant that is in, and the first that is out again. */
function instantsOf(value: FilterValue, timeZone: string): [Date | null, Date | null] {
  if (value.kind === 'preset') {
    return presetDays(value.preset, timeZone).map((day) => zonedDay(day, timeZone)) as [Date, Date];
  }
  if (value.kind !== 'range') return [null, null];
  const dayOf = (text: string): Day => text.split('-').map(Number) as Day;
  const next = ([year, month, day]: Day): Day => [year, month, day + 1];
  return [
    value.from === null ? null : zonedDay(dayOf(value.from), timeZone),
    value.to === null ? null : zonedDay(next(dayOf(value.to)), timeZone),
  ];
}

function presetDays(preset: DatePreset, timeZone: string): [Day, Day] {
  const [year, month, day] = zonedClock(new Date(), timeZone);
  const days: Record<DatePreset, [Day, Day]> = {
    today: [
      [year, month, day],
      [year, month, day + 1],
    ],
    yesterday: [
      [year, month, day - 1],
      [year, month, day],
    ],
    'last-7-days': [
      [year, month, day - 6],
      [year, month, day + 1],
    ],
    'last-30-days': [
      [year, month, day - 29],
      [year, month, day + 1],
    ],
    'this-month': [
      [year, month, 1],
      [year, month + 1, 1],
    ],
    'last-month': [
      [year, month - 1, 1],
      [year, month, 1],
    ],
    'this-year': [
      [year, 1, 1],
      [year + 1, 1, 1],
    ],
  };
  return days[preset];
}
