import type { FormValues } from '@/lib/api/form-object';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Field, Resource } from '@/lib/resources/resource';
import { writeLocalTime } from '@/lib/resources/zoned-time';
import type { FieldSpec } from '@/lib/ui/form/form-field';
import type { Choice } from '@/lib/ui/kit-types';
import type { DateWords } from './format-moment';

/** What a form starts from: a stored record, or nothing but a few guesses. */
export interface FormStart {
  values: FormValues;
  /** The records that relation fields name, with their labels. */
  chosen: Record<string, Choice[]>;
}

/** A field that a form draws, as plain data. */
export type PlainField = FieldSpec & { name: string };

/** The values of a record as its form would post them. */
export function startOf(resource: Resource, record: ResourceRecord, dates: DateWords): FormStart {
  const values: FormValues = {};
  const chosen: Record<string, Choice[]> = {};
  for (const name of resource.form) {
    const field = resource.fields[name];
    if (!field) continue;
    values[name] = postedValue(field, record.values[name], dates);
    if (!field.relation) continue;
    chosen[name] = (record.related[name] ?? []).map(({ id, label, trashed }) => ({
      id,
      label: trashed ? `${label} (in the trash)` : label,
    }));
  }
  return { values, chosen };
}

function postedValue(field: Field, value: unknown, dates: DateWords): string | string[] {
  if (value === null || value === undefined) return field.kind === 'relations' ? [] : '';
  if (field.kind === 'relations') return (value as unknown[]).map(String);
  if (field.kind === 'boolean') return value === true ? 'on' : '';
  if (field.kind === 'date') return writeLocalTime(new Date(String(value)), dates.timeZone);
  return String(value);
}

interface SpecInput {
  field: Field;
  start: FormStart;
  /** First choices of relation fields. */
  choices: Record<string, Choice[]>;
  dates: DateWords;
}

/** One field of a declaration as the kit draws it. */
export function fieldSpec({ field, start, choices, dates }: SpecInput): PlainField {
  const { name, label, required, nullable, max, min } = field;
  const value = start.values[name];
  const text = typeof value === 'string' ? value : '';
  const base = { name, label, help: helpOf(field), optional: !required };
  switch (field.kind) {
    case 'choice': {
      const options = field.choices.map((one) => ({ id: one.value, label: one.label }));
      const empty = nullable ? 'None' : undefined;
      return {
        kind: 'select',
        ...base,
        optional: nullable,
        choices: options,
        defaultValue: text,
        empty,
      };
    }
    case 'boolean':
      return { kind: 'switch', ...base, optional: false, defaultChecked: text === 'on' };
    case 'number':
      return {
        kind: 'number',
        ...base,
        defaultValue: text,
        min: min ?? undefined,
        max: max ?? undefined,
        step: field.whole ? 1 : 'any',
      };
    case 'date':
      return { kind: 'datetime', ...base, defaultValue: text, zone: dates.timeZone };
    case 'relation':
    case 'relations': {
      const first = choices[name] ?? [];
      const kind = field.relation?.target === 'media' ? 'media' : field.kind;
      return { kind, ...base, choices: first, defaultValue: start.chosen[name] ?? [] };
    }
    case 'longtext':
      return {
        kind: 'textarea',
        ...base,
        defaultValue: text,
        rows: 3,
        maxLength: max ?? undefined,
      };
    case 'markdown':
      return { kind: 'markdown', ...base, defaultValue: text, rows: 18 };
    case 'json':
      return { kind: 'readonly', ...base, defaultValue: text };
    default:
      return {
        kind: field.kind,
        ...base,
        defaultValue: text,
        maxLength: max ?? undefined,
      } as PlainField;
  }
}

function helpOf({ help, kind, from }: Field): string | undefined {
  if (help) return help;
  return kind === 'slug' && from ? `Made from the ${from} when left empty.` : undefined;
}

const asideKinds = [
  'choice',
  'relation',
  'relations',
  'date',
  'slug',
  'boolean',
  'number',
  'color',
];

/** True for fields that stand beside a long text, not in the line of it. */
export function isAside({ kind }: Field): boolean {
  return asideKinds.includes(kind);
}
