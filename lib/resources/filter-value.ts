import type { Choice, Field } from './resource';

export const datePresets = [
  { value: 'today', label: 'Today' },
  { value: 'yesterday', label: 'Yesterday' },
  { value: 'last-7-days', label: 'Last 7 days' },
  { value: 'last-30-days', label: 'Last 30 days' },
  { value: 'this-month', label: 'This month' },
  { value: 'last-month', label: 'Last month' },
  { value: 'this-year', label: 'This year' },
] as const satisfies readonly Choice[];

export type DatePreset = (typeof datePresets)[number]['value'];

/** What a list is narrowed to in one field. */
export type FilterValue =
  | { kind: 'oneOf'; values: string[] }
  | { kind: 'preset'; preset: DatePreset }
  /** Days in the tenant's time zone, the last one included, or numbers. */
  | { kind: 'range'; from: string | null; to: string | null };

const mostValues = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what looks like the id of a row. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Reads a filter from an address; what makes no sense in this field is left out, null if all of it. */
export function readFilter(field: Field, text: string): FilterValue | null {
  if (field.kind === 'date') return readPreset(text) ?? readRange(text, readDay);
  if (field.kind === 'number') return readRange(text, (one) => readNumber(field, one));
  const values = [...new Set(text.split(',').map(decodeComma))].filter((one) => fits(field, one));
  return values.length > 0 ? { kind: 'oneOf', values: values.slice(0, mostValues) } : null;
}

/** The text of a filter in an address; readFilter's other half. */
export function writeFilter(value: FilterValue): string {
  if (value.kind === 'preset') return value.preset;
  if (value.kind === 'range') return `${value.from ?? ''}..${value.to ?? ''}`;
  return value.values.map(encodeComma).join(',');
}

function fits(field: Field, value: string): boolean {
  if (field.kind === 'boolean') return value === 'true' || value === 'false';
  if (field.kind === 'choice') return field.choices.some((choice) => choice.value === value);
  if (field.relation || field.column?.columnType === 'PgUUID') return isUuid(value);
  return value !== '' && value.length <= 200 && !value.includes('\0');
}

function readPreset(text: string): FilterValue | null {
  const preset = datePresets.find(({ value }) => value === text)?.value;
  return preset ? { kind: 'preset', preset } : null;
}

function readRange(text: string, read: (part: string) => string | null): FilterValue | null {
  const parts = text.split('..');
  if (parts.length > 2) return null;
  const [from = '', to = from] = parts;
  const range = { from: read(from), to: read(to) };
  const isUnread = (from !== '' && range.from === null) || (to !== '' && range.to === null);
  if (isUnread || (range.from === null && range.to === null)) return null;
  return { kind: 'range', ...range };
}

function readDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '0001') return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

function readNumber({ whole, min, max }: Field, text: string): string | null {
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return null;
  const value = Number(text);
  if (value < (min ?? value) || value > (max ?? value)) return null;
  return whole && !Number.isInteger(value) ? null : String(value === 0 ? 0 : value);
}

function encodeComma(text: string): string {
  return text.replaceAll('%', '%25').replaceAll(',', '%2C');
}

function decodeComma(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
