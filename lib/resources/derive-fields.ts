import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Field, FieldKind, FieldOptions, Relation } from './resource';
import { columnsOf, labelOf } from './table-columns';

const unseen = ['id', 'tenantId', 'version', 'deletedAt'];
const longNames = /^(description|summary|notes?|bio|body|text|comment)$/;

const textLengths: Partial<Record<FieldKind, number>> = {
  text: 200,
  slug: 120,
  email: 254,
  color: 7,
  longtext: 5000,
  markdown: 300_000,
};

/** Gives every field of a table: its columns, then its many-to-many relations. */
export function deriveFields(
  table: PgTable,
  relations: Record<string, Relation>,
  options: Record<string, FieldOptions | undefined>,
): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const [name, column] of Object.entries(columnsOf(table))) {
    if (unseen.includes(name)) continue;
    fields[name] = fieldOf(name, column, relations[name] ?? null, options[name] ?? {});
  }
  for (const [name, relation] of Object.entries(relations)) {
    if (relation.through) fields[name] = fieldOf(name, null, relation, options[name] ?? {});
  }
  return fields;
}

function fieldOf(
  name: string,
  column: PgColumn | null,
  relation: Relation | null,
  options: FieldOptions,
): Field {
  const kind = options.kind ?? kindOf(name, column, relation);
  return {
    name,
    label: options.label ?? labelOf(name),
    help: options.help ?? '',
    kind,
    required: column?.notNull === true && !column.hasDefault && !options.from,
    nullable: column !== null && !column.notNull,
    whole: column?.columnType !== 'PgReal' && column?.columnType !== 'PgDoublePrecision',
    ...boundsOf(kind, column, options),
    choices: options.choices ?? choicesOf(column),
    from: options.from ?? null,
    unit: options.unit ?? null,
    column,
    relation,
  };
}

function kindOf(name: string, column: PgColumn | null, relation: Relation | null): FieldKind {
  if (relation) return relation.through ? 'relations' : 'relation';
  if (column?.enumValues?.length) return 'choice';
  if (column?.dataType === 'boolean') return 'boolean';
  if (column?.dataType === 'date') return 'date';
  if (column?.dataType === 'json') return 'json';
  if (column?.dataType === 'number') return 'number';
  return textKindOf(name);
}

function textKindOf(name: string): FieldKind {
  if (name === 'slug' || name === 'email') return name;
  if (/colou?r$/i.test(name)) return 'color';
  return longNames.test(name) ? 'longtext' : 'text';
}

const largest: Record<string, number> = { PgInteger: 2_147_483_647, PgSmallInt: 32_767 };

function boundsOf(kind: FieldKind, column: PgColumn | null, options: FieldOptions) {
  if (kind === 'number') {
    const limit = largest[column?.columnType ?? ''] ?? Number.MAX_SAFE_INTEGER;
    return { min: options.min ?? -limit, max: options.max ?? limit };
  }
  const length = (column as { length?: number } | null)?.length;
  return { min: null, max: options.max ?? length ?? textLengths[kind] ?? null };
}

function choicesOf(column: PgColumn | null) {
  return (column?.enumValues ?? []).map((value) => ({ value, label: labelOf(value) }));
}
