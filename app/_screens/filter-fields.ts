import { datePresets, type FilterValue, writeFilter } from '@/lib/resources/filter-value';
import { listChoices } from '@/lib/resources/list-choices';
import { type ListQuery, listAddress } from '@/lib/resources/list-query';
import type { Field, Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import type { Choice } from '@/lib/ui/kit-types';
import type { Place, ResourceLook } from './screen-types';

/** One filter as the bar draws it. */
export interface DrawnFilter {
  name: string;
  label: string;
  kind: 'select' | 'text' | 'number' | 'date';
  choices?: Choice[];
  value: string;
}

/** A filter that is on, as a sentence, and the address without it. */
export interface ActiveFilter {
  label: string;
  words: string;
  removeHref: string;
}

/** What the filter bar of a list needs, relations with their first choices. */
export async function filterFields(
  ctx: ResourceContext,
  resource: Resource,
  query: ListQuery,
  { place: { base }, look }: { place: Place; look: ResourceLook },
): Promise<{ filters: DrawnFilter[]; active: ActiveFilter[] }> {
  const fields = resource.filters
    .flatMap((name) => resource.fields[name] ?? [])
    // An id means nothing to a person: such a filter comes with a link, and can be taken away.
    .filter((field) => field.name in query.filters || !isBareId(field));
  const filters = await Promise.all(
    fields.map((field) => drawnFilter(ctx, resource, field, { query, look })),
  );
  const active = filters.flatMap(({ name, label, choices = [] }) => {
    const value = query.filters[name];
    if (!value) return [];
    const { [name]: _, ...rest } = query.filters;
    const address = listAddress(resource, { ...query, filters: rest, after: null, before: null });
    const removeHref = address ? `${base}?${address}` : base;
    return [{ label: `${label} is`, words: wordsOf(value, choices), removeHref }];
  });
  return { filters, active };
}

function isBareId({ relation, column }: Field): boolean {
  return relation === null && column?.columnType === 'PgUUID';
}

async function drawnFilter(
  ctx: ResourceContext,
  resource: Resource,
  field: Field,
  { query, look }: { query: ListQuery; look: ResourceLook },
): Promise<DrawnFilter> {
  const { name, label } = field;
  const value = query.filters[name];
  const written = value ? writeFilter(value) : '';
  if (field.kind === 'number') return { name, label, kind: 'text', value: written };
  const choices = look.filterChoices?.[name] ?? (await choicesOf(ctx, resource, field, value));
  // A select can show one value; what else an address holds stays as a choice of its own.
  const isKnown = written === '' || choices.some(({ id }) => id === written);
  const all =
    isKnown || !value ? choices : [...choices, { id: written, label: wordsOf(value, choices) }];
  if (all.length === 0 && !field.relation) return { name, label, kind: 'text', value: written };
  return { name, label, kind: 'select', choices: all, value: written };
}

async function choicesOf(
  ctx: ResourceContext,
  resource: Resource,
  field: Field,
  value: FilterValue | undefined,
): Promise<Choice[]> {
  if (field.kind === 'date') return datePresets.map((one) => ({ id: one.value, label: one.label }));
  if (field.kind === 'boolean') {
    return [
      { id: 'true', label: 'Yes' },
      { id: 'false', label: 'No' },
    ];
  }
  if (!field.relation) return field.choices.map((one) => ({ id: one.value, label: one.label }));
  const chosen = value?.kind === 'oneOf' ? value.values : [];
  const rows = await listChoices(ctx, resource, field.name, { chosen });
  return rows.map(({ id, label }) => ({ id, label }));
}

function wordsOf(value: FilterValue, choices: Choice[]): string {
  if (value.kind === 'preset') return lowerFirst(labelOf(value.preset, choices));
  if (value.kind === 'oneOf') {
    // A choice may stand for several values: what has changed its name meanwhile.
    const whole = choices.find(({ id }) => id === writeFilter(value));
    if (whole) return whole.label;
    return value.values.map((one) => labelOf(one, choices)).join(' or ');
  }
  if (value.from === value.to) return value.from ?? '';
  if (value.from === null) return `up to ${value.to}`;
  return value.to === null ? `from ${value.from}` : `${value.from} to ${value.to}`;
}

function labelOf(id: string, choices: Choice[]): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
