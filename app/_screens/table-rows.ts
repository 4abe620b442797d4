import { formatBytes } from '@/lib/format-bytes';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Field, Resource } from '@/lib/resources/resource';
import { formatNumber } from '@/lib/ui/format-count';
import { stateLook } from '@/lib/ui/list/state-badge';
import type { Cell, TableRow } from '@/lib/ui/list/table-types';
import { formatMoment } from './format-moment';
import { type Rights, rowActs } from './list-acts';
import { titleOf } from './nouns';
import type { Place, ResourceLook } from './screen-types';
import { secondLine, shownFields } from './table-columns';

interface RowsInput {
  resource: Resource;
  records: ResourceRecord[];
  place: Place;
  look: ResourceLook;
  rights: Rights;
  trash: boolean;
}

/** Records as plain rows for the one table that draws them. */
export function tableRows(input: RowsInput): TableRow[] {
  const { resource, records, place, look, trash } = input;
  const fields = shownFields(resource);
  const slug = secondLine(resource);
  return records.map((record) => ({
    id: record.id,
    title: titleOf(resource, record, look),
    href: trash ? undefined : `${place.base}/${record.id}`,
    subtitle: look.subtitle?.(record.values) ?? (slug ? textOf(record.values[slug]) : undefined),
    picture: look.picture?.(record),
    narrowLine: look.narrowLine?.(record.values),
    cells: Object.fromEntries(
      fields.map((field) => [field.name, cellOf(field, record, input)] as const),
    ),
    acts: rowActs(input, record),
  }));
}

/** One value as a cell. */
export function cellOf(
  field: Field,
  record: ResourceRecord,
  { place: { dates }, look }: { place: Place; look: ResourceLook },
): Cell {
  const value = record.values[field.name];
  if (field.relation) {
    const rows = record.related[field.name] ?? [];
    return rows.length > 0 ? rows.map(({ label }) => label).join(', ') : null;
  }
  if (value === null || value === undefined || value === '') return null;
  switch (field.kind) {
    case 'choice': {
      const text = field.choices.find((choice) => choice.value === value)?.label;
      const { label, tone, icon } = stateLook(String(value));
      return { text: text ?? label, tone, icon };
    }
    case 'date':
      return { text: formatMoment(String(value), dates), iso: String(value) };
    case 'number':
      return field.unit === 'bytes' ? formatBytes(Number(value)) : formatNumber(Number(value));
    case 'boolean':
      return value ? 'Yes' : 'No';
    default:
      // What a filter offers in words is shown in the same ones.
      return (
        look.filterChoices?.[field.name]?.find(({ id }) => id.split(',').includes(String(value)))
          ?.label ?? textOf(value)
      );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}
