import { type ListQuery, listAddress } from '@/lib/resources/list-query';
import type { Field, Resource } from '@/lib/resources/resource';
import type { ColumnKind, Sort, TableColumn } from '@/lib/ui/list/table-types';
import type { Place } from './screen-types';

/** The columns of a list after its title, the state first as everywhere. */
export function tableColumns(resource: Resource, query: ListQuery, place: Place): TableColumn[] {
  return shownFields(resource)
    .map((field) => ({
      key: field.name,
      label: field.label,
      kind: columnKind(field),
      sort: sortOf(resource, query, place, field.name),
    }))
    .sort((one, other) => rank(one.kind) - rank(other.kind));
}

/** The fields a list shows beside title and slug, which make its first column. */
export function shownFields(resource: Resource): Field[] {
  return resource.columns
    .filter((name) => name !== resource.title && name !== secondLine(resource))
    .flatMap((name) => resource.fields[name] ?? []);
}

/** The field that stands small under the title: the slug, where the list has one. */
export function secondLine(resource: Resource): string | null {
  const slug = resource.columns.find((name) => resource.fields[name]?.kind === 'slug');
  return slug && slug !== resource.title ? slug : null;
}

/** Where a click on a head leads; null for columns that cannot be sorted by. */
export function sortOf(
  resource: Resource,
  query: ListQuery,
  { base }: Place,
  name: string,
): Sort | undefined {
  if (!resource.sortable.includes(name)) return undefined;
  const isDown = query.sort === `-${name}`;
  const isUp = query.sort === name;
  const startsDown = ['date', 'number'].includes(resource.fields[name]?.kind ?? '');
  const next = isUp || (!isDown && startsDown) ? `-${name}` : name;
  const address = listAddress(resource, { ...query, sort: next, after: null, before: null });
  return {
    href: address ? `${base}?${address}` : base,
    ...(isUp ? { direction: 'ascending' as const } : {}),
    ...(isDown ? { direction: 'descending' as const } : {}),
  };
}

const people = ['authors', 'members', 'users'];

function columnKind({ kind, relation, name }: Field): ColumnKind {
  if (kind === 'choice') return 'badge';
  if (kind === 'relation') return people.includes(relation?.target ?? '') ? 'person' : 'relation';
  if (kind === 'slug') return 'code';
  if (name === 'actorName') return 'person';
  if (kind === 'date' || kind === 'number' || kind === 'boolean') return kind;
  return 'text';
}

function rank(kind: ColumnKind): number {
  if (kind === 'badge') return 0;
  return kind === 'date' ? 2 : 1;
}
