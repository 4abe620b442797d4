import { z } from '@hono/zod-openapi';
import {
  defaultPerPage,
  type ListQuery,
  longestSearch,
  mostPerPage,
  readListQuery,
} from '../../resources/list-query';
import type { Field, Resource } from '../../resources/resource';
import { ApiProblem, type InputFault } from '../answer/api-problem';
import { isStorable } from '../request/check-json';

const deepestOffset = 10_000;

/** The parameters of a list, from what the declaration says can be sorted, searched and filtered. */
export function listParams(resource: Resource): z.ZodObject {
  const { search, filters, fields } = resource;
  const sorts = sortsOf(resource) as [string, ...string[]];
  return z.strictObject({
    page: z.coerce
      .number()
      .int()
      .min(1)
      .max(deepestOffset)
      .optional()
      .openapi({ description: 'From 1. Beyond 10,000 records use `cursor`.' }),
    per_page: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostPerPage)
      .optional()
      .openapi({ description: `Records of a page, ${defaultPerPage} unless given.` }),
    cursor: text(1000)
      .optional()
      .openapi({ description: '`page.next` of the page before; instead of `page`, at any depth.' }),
    sort: z
      .enum(sorts)
      .optional()
      .openapi({
        description: `\`-\` in front turns it round. \`${resource.sort}\` unless given.`,
      }),
    ...(search.length > 0 && {
      q: text(longestSearch)
        .optional()
        .openapi({ description: `Looks in ${search.join(', ')}.` }),
    }),
    ...Object.fromEntries(
      filters.map((name) => [
        name,
        text(2000)
          .optional()
          .openapi({ description: filterWords(fields[name] as Field) }),
      ]),
    ),
    ...(resource.has.trash && {
      trash: z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'What is in the trash, instead of what is not.' }),
    }),
  });
}

/** The checked parameters of a list. */
export type ListParams = Record<string, string | number | undefined>;

/**
 * Turns parameters into the engine's query.
 *
 * @throws ApiProblem 400 for values that mean nothing here, where the engine's own reader, made for
 *   addresses that people edit, would leave them out.
 */
export function toListQuery(resource: Resource, params: ListParams): ListQuery {
  const { page, per_page, cursor, trash, ...others } = params;
  const query = readListQuery(resource, {
    ...(others as Record<string, string>),
    ...(trash === 'true' && { trash: '1' }),
    ...(cursor !== undefined && { after: String(cursor) }),
  });
  const perPage = Number(per_page ?? defaultPerPage);
  const offset = (Number(page ?? 1) - 1) * perPage;
  const errors = faultsOf(resource, params, query);
  if (offset > deepestOffset) {
    errors.push({ path: 'page', message: 'There are too many records before this page.' });
  }
  if (errors.length === 0) return { ...query, perPage, offset: cursor ? 0 : offset, notices: [] };
  const detail = 'Some values cannot be used; “errors” says which.';
  throw new ApiProblem(400, detail, { errors });
}

function faultsOf(resource: Resource, params: ListParams, query: ListQuery): InputFault[] {
  const faults: InputFault[] = [];
  if (params.cursor !== undefined && query.after === null) {
    faults.push({ path: 'cursor', message: 'This is no cursor of this list and order.' });
  }
  if (params.cursor !== undefined && params.page !== undefined) {
    faults.push({ path: 'page', message: 'Give a page or a cursor, not both.' });
  }
  for (const name of resource.filters) {
    if (!params[name] || isWhole(query.filters[name], String(params[name]))) continue;
    faults.push({ path: name, message: filterWords(resource.fields[name] as Field) });
  }
  return faults;
}

/** False where a part of a filter was left out: half a filter would show too much. */
function isWhole(value: ListQuery['filters'][string] | undefined, given: string): boolean {
  if (value === undefined) return false;
  return value.kind !== 'oneOf' || value.values.length === new Set(given.split(',')).size;
}

function text(most: number) {
  return z.string().max(most).refine(isStorable, 'It holds a character that cannot be stored.');
}

function sortsOf({ sort, sortable }: Resource): string[] {
  const names = [...new Set([sort.replace(/^-/, ''), ...sortable])];
  return names.flatMap((name) => [name, `-${name}`]);
}

function filterWords({ kind, choices }: Field): string {
  if (kind === 'choice') {
    return `One or more of ${choices.map(({ value }) => value).join(', ')}, comma-separated.`;
  }
  if (kind === 'boolean') return 'true or false.';
  if (kind === 'date') {
    return 'Days as 2026-01-31..2026-02-28, either end open, or today, last-7-days, this-month.';
  }
  if (kind === 'number') return 'Numbers as 1..10, either end open.';
  if (kind === 'relation' || kind === 'relations') return 'Ids, comma-separated.';
  return 'Values, comma-separated.';
}
