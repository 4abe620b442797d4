import { readCursor } from './cursor';
import { type FilterValue, readFilter, writeFilter } from './filter-value';
import type { Resource } from './resource';

/** What part of a list is looked at. All of it travels in the address. */
export interface ListQuery {
  q: string;
  /** Field, with a leading `-` for downwards. */
  sort: string;
  filters: Record<string, FilterValue>;
  /** Cursors: the page after or before a row. At most one of them. */
  after: string | null;
  before: string | null;
  trash: boolean;
  perPage: number;
  /** Rows to leave out from the start, where there is no cursor. For programs that count pages. */
  offset: number;
  /** What could not be understood and was left out, as sentences. */
  notices: string[];
}

export const defaultPerPage = 25;
export const mostPerPage = 100;
export const longestSearch = 100;

/** Names of an address that are no filters. */
const reserved = ['q', 'sort', 'after', 'before', 'trash', 'perPage'];

type Params = URLSearchParams | Record<string, string | string[] | undefined>;

/**
 * Reads a list's state from an address. Never throws: what is unknown or malformed is left out, and
 * a notice says so.
 */
export function readListQuery(resource: Resource, params: Params): ListQuery {
  const given = entriesOf(params);
  const notices: string[] = [];
  const sort = readSort(resource, given.get('sort'), notices);
  const trash = given.get('trash') === '1' && resource.has.trash;
  const [after, before] = ['after', 'before'].map((name) => {
    const text = given.get(name);
    if (!text) return null;
    if (readCursor(resource, sort, text)) return text;
    notices.push('The page could not be found, so this is the first one.');
    return null;
  });
  return {
    q: readSearch(resource, given.get('q')),
    sort,
    filters: readFilters(resource, given, notices),
    after: after ?? null,
    before: after ? null : (before ?? null),
    trash,
    perPage: readPerPage(given.get('perPage')),
    offset: 0,
    notices,
  };
}

/**
 * Writes a list's state for an address, defaults left out.
 *
 * @returns without the question mark; empty for the plain list.
 */
export function listAddress(resource: Resource, query: Partial<ListQuery>): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  for (const [name, value] of Object.entries(query.filters ?? {})) {
    params.set(name, writeFilter(value));
  }
  if (query.sort && query.sort !== resource.sort) params.set('sort', query.sort);
  if (query.trash) params.set('trash', '1');
  if (query.perPage && query.perPage !== defaultPerPage) {
    params.set('perPage', String(query.perPage));
  }
  if (query.after) params.set('after', query.after);
  else if (query.before) params.set('before', query.before);
  return params.toString();
}

/** True for a sort this resource knows. */
export function isSort(resource: Resource, sort: string): boolean {
  return sort === resource.sort || resource.sortable.includes(sort.replace(/^-/, ''));
}

function readSort(resource: Resource, text: string | undefined, notices: string[]): string {
  if (!text) return resource.sort;
  if (isSort(resource, text)) return text;
  notices.push('The list cannot be sorted that way.');
  return resource.sort;
}

function readSearch(resource: Resource, text = ''): string {
  if (resource.search.length === 0) return '';
  return [...text.replaceAll('\0', '').trim()].slice(0, longestSearch).join('').trim();
}

function readFilters(resource: Resource, given: Map<string, string>, notices: string[]) {
  const filters: Record<string, FilterValue> = {};
  for (const [name, text] of given) {
    if (reserved.includes(name) || text === '') continue;
    const field = resource.filters.includes(name) ? resource.fields[name] : undefined;
    const value = field && readFilter(field, text);
    if (value) filters[name] = value;
    else if (field) notices.push(`The filter “${field.label}” could not be read and was left out.`);
    else notices.push('A filter that this list does not have was left out.');
  }
  return filters;
}

function readPerPage(text: string | undefined): number {
  const number = /^\d{1,4}$/.test(text ?? '') ? Number(text) : defaultPerPage;
  return Math.min(Math.max(number, 1), mostPerPage);
}

/** Values given several times are joined: browsers send a list of checkboxes so. */
function entriesOf(params: Params): Map<string, string> {
  const pairs =
    params instanceof URLSearchParams
      ? [...params]
      : Object.entries(params).flatMap(([name, value]) =>
          [value ?? []].flat().map((one) => [name, one] as const),
        );
  const entries = new Map<string, string>();
  for (const [name, value] of pairs) {
    const known = entries.get(name);
    entries.set(name, known && !reserved.includes(name) ? `${known},${value}` : value);
  }
  return entries;
}
