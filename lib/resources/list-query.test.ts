import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditResource } from '../admin/resources/audit';
import { postsResource } from '../admin/resources/posts';
import { readCursor, writeCursor } from './cursor';
import { datePresets, type FilterValue, readFilter, writeFilter } from './filter-value';
import { type ListQuery, listAddress, longestSearch, readListQuery } from './list-query';
import { coursesResource } from './testing/courses';

const resources = [postsResource, coursesResource, auditResource];

const day = fc
  .date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const oneOf = (value: fc.Arbitrary<string>): fc.Arbitrary<FilterValue> =>
  fc
    .uniqueArray(value, { minLength: 1, maxLength: 5 })
    .map((values) => ({ kind: 'oneOf', values }));
const dates: fc.Arbitrary<FilterValue> = fc.oneof(
  fc.constantFrom(...datePresets).map(({ value }) => ({ kind: 'preset' as const, preset: value })),
  fc.record({ kind: fc.constant('range' as const), from: day, to: fc.option(day) }),
  fc.record({ kind: fc.constant('range' as const), from: fc.constant(null), to: day }),
);
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => {
  return !one.includes('\0') && one.length <= 200 && one === one.normalize();
});
const wellFormed = text.filter(
  (one) => !/[\uD800-\uDFFF]/.test(one.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')),
);

/** Any filter a field may have. */
function filterOf(name: string, resource = postsResource): fc.Arbitrary<FilterValue> {
  const field = resource.fields[name];
  if (field?.kind === 'date') return dates;
  if (field?.kind === 'choice') return oneOf(fc.constantFrom(...field.choices.map((c) => c.value)));
  if (field?.kind === 'boolean') return oneOf(fc.constantFrom('true', 'false'));
  if (field?.relation || field?.column?.columnType === 'PgUUID') return oneOf(fc.uuid());
  return oneOf(wellFormed);
}

/** Any state a list of a resource may be in. */
function queryOf(resource: (typeof resources)[number]): fc.Arbitrary<ListQuery> {
  const sorts = [resource.sort, ...resource.sortable.flatMap((name) => [name, `-${name}`])];
  const filters = Object.fromEntries(resource.filters.map((n) => [n, filterOf(n, resource)]));
  return fc
    .record({
      q: resource.search.length > 0 ? wellFormed.map((one) => one.trim()) : fc.constant(''),
      sort: fc.constantFrom(...sorts),
      filters: fc.record(filters, { requiredKeys: [] }) as fc.Arbitrary<ListQuery['filters']>,
      trash: resource.has.trash ? fc.boolean() : fc.constant(false),
      perPage: fc.integer({ min: 1, max: 100 }),
      side: fc.constantFrom('after', 'before', 'none'),
      id: resource === auditResource ? fc.integer({ min: 1, max: 10 ** 9 }) : fc.uuid(),
    })
    .map(({ side, id, ...query }) => {
      const cursor =
        side === 'none' ? null : writeCursor(query.sort, placeIn(resource, query.sort, id));
      const after = side === 'after' ? cursor : null;
      const before = side === 'before' ? cursor : null;
      return { ...query, after, before, offset: 0, notices: [] };
    });
}

function placeIn(resource: (typeof resources)[number], sort: string, id: string | number) {
  const type = resource.fields[sort.replace(/^-/, '')]?.column?.dataType;
  const values = { date: new Date('2026-01-02T03:04:05.678Z'), number: 7, boolean: true };
  return { value: values[type as keyof typeof values] ?? 'text “x”', id };
}

describe('the address of a list', () => {
  test.each(resources.map((resource) => [resource.name, resource] as const))(
    'holds its whole state (%s)',
    (_name, resource) => {
      fc.assert(
        fc.property(queryOf(resource), (query) => {
          const address = listAddress(resource, query);
          expect(readListQuery(resource, new URLSearchParams(address))).toEqual(query);
        }),
      );
    },
  );

  test('is empty for the plain list', () => {
    expect(listAddress(postsResource, readListQuery(postsResource, {}))).toBe('');
  });

  test('may hold anything: what is strange is left out and told', () => {
    const any = fc.dictionary(
      fc.oneof(
        fc.constantFrom('q', 'sort', 'after', 'before', 'trash', 'perPage', '__proto__'),
        fc.constantFrom('status', 'authorId', 'updatedAt', 'tags', 'tenantId'),
        fc.string(),
      ),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(any, (params) => {
        const query = readListQuery(postsResource, params);
        expect(query.perPage).toBeGreaterThan(0);
        expect(query.perPage).toBeLessThanOrEqual(100);
        expect([...query.q].length).toBeLessThanOrEqual(longestSearch);
        for (const name of Object.keys(query.filters)) {
          expect(postsResource.filters).toContain(name);
        }
        // What was understood is understood again.
        const again = readListQuery(
          postsResource,
          new URLSearchParams(listAddress(postsResource, query)),
        );
        expect(again).toEqual({ ...query, notices: [] });
      }),
    );
  });

  test.each([
    ['a sort by a secret column', { sort: 'body' }],
    ['a sort by no column', { sort: '--title' }],
    ['a filter of no field', { tenantId: 'x' }],
    ['a choice there is not', { status: 'secret' }],
    ['an id that is none', { authorId: "' or true" }],
    ['a day there is not', { updatedAt: '2026-02-30..' }],
    ['a range without ends', { updatedAt: '..' }],
    ['a cursor of another sort', { after: writeCursor('title', { value: 'a', id: 'b' }) }],
    ['a cursor that is none', { before: 'garbage' }],
  ])('with %s gives the plain list and a notice', (_what, params) => {
    const { notices, ...query } = readListQuery(postsResource, params as Record<string, string>);
    expect(notices).toHaveLength(1);
    expect(listAddress(postsResource, query)).toBe('');
  });
});

describe('a cursor', () => {
  test('is nothing but what this list has written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(encode)), (garbage) => {
        expect(readCursor(postsResource, '-updatedAt', garbage)).toBeNull();
      }),
    );
  });

  test.each([
    ['another sort', ['title', '2026-01-01T00:00:00.000Z', id()]],
    ['no time', ['-updatedAt', 'now', id()]],
    ['a time past all calendars', ['-updatedAt', '+275760-09-13T00:00:00.000Z', id()]],
    ['an object', ['-updatedAt', {}, id()]],
    ['null where nothing is empty', ['-updatedAt', null, id()]],
    ['an id that is none', ['-updatedAt', '2026-01-01T00:00:00.000Z', "' or true"]],
    ['too much', ['-updatedAt', '2026-01-01T00:00:00.000Z', id(), 1]],
  ])('with %s is nothing', (_what, parts) => {
    expect(readCursor(postsResource, '-updatedAt', encode(JSON.stringify(parts)))).toBeNull();
  });
});

test('numbers are narrowed to what the column can hold', () => {
  const seats = coursesResource.fields.seats as never;
  const good = ['1..5', '..5', '-3..', '7'].map((one) => readFilter(seats, one));
  expect(good.map((one) => one && writeFilter(one))).toEqual(['1..5', '..5', '-3..', '7..7']);
  for (const bad of ['1.5..2', '99999999999..', 'x', '1..2..3', '1e5', '', '..', 'NaN']) {
    expect(readFilter(seats, bad), bad).toBeNull();
  }
});

function id(): string {
  return '00000000-0000-4000-8000-000000000001';
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
