import { expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import type { TenantInfo } from '../tenancy/tenant';
import { readForm } from './read-form';
import { parseInput } from './record-input';
import type { Resource } from './resource';
import { coursesResource } from './testing/courses';

const ctx = { tenant: { settings: { timeZone: 'Europe/Berlin' } } as TenantInfo };

/** Reads a form of these pairs. */
function read(resource: Resource, ...pairs: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return readForm(ctx, resource, form);
}

test('texts become what the fields hold', () => {
  expect(
    read(
      coursesResource,
      ['title', 'Line\r\nbreak'],
      ['seats', ' 12 '],
      ['price', ''],
      ['startsOn', '2026-07-01T09:30'],
      ['isOpen', 'on'],
      ['authorId', ''],
    ),
  ).toEqual({
    title: 'Line\nbreak',
    seats: 12,
    price: '',
    startsOn: '2026-07-01T07:30:00.000Z',
    isOpen: true,
    authorId: null,
  });
});

test('what the form shows and the browser leaves out is empty', () => {
  expect(read(coursesResource, ['_fields', 'title isOpen seats'])).toEqual({ isOpen: false });
  expect(read(postsResource, ['_fields', 'tags'], ['_fields', 'title'])).toEqual({ tags: [] });
  expect(read(postsResource, ['_fields', 'tags'], ['tags', 'a'], ['tags', 'b'])).toEqual({
    tags: ['a', 'b'],
  });
  expect(read(coursesResource, ['isOpen', 'off'], ['isOpen', 'on'])).toEqual({ isOpen: true });
});

test("the form's own fields are left out, and strange ones stay to be refused", () => {
  const values = read(postsResource, ['$ACTION_REF_1', ''], ['_version', '3'], ['tenantId', 'x']);
  expect(values).toEqual({ tenantId: 'x' });
  expect(() => parseInput(postsResource, 'update', values)).toThrow('“tenantId” cannot be set.');
});

test.each([
  ['seats', 'twelve', 'Seats is not a number.'],
  ['seats', '1.5', 'Seats is a whole number.'],
  ['seats', '3000000000', 'Seats is at most 2147483647.'],
  ['seats', '', 'Seats is not a number.'],
  ['startsOn', 'soon', 'Starts on is not a date and time.'],
  ['startsOn', '2026-02-30T10:00', 'Starts on is not a date and time.'],
  ['isOpen', 'maybe', 'Open is either on or off.'],
  ['authorId', 'somebody', 'Author is not an id.'],
  ['title', '', 'Title is missing.'],
  ['title', 'x'.repeat(201), 'Title has at most 200 characters.'],
])('%s with “%s” says what is wrong', (name, text, words) => {
  const values = read(coursesResource, [name, text]);
  expect(() => parseInput(coursesResource, 'update', values)).toThrow(words);
});
