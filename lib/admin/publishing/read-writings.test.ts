import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { mockTenant } from '../../testing/mock-tenant';
import { readWritings } from './read-writings';

const ctx = { tenant: mockTenant({ settings: { timeZone: 'Europe/Rome' } }) } as MemberContext;
const [tab, once, post] = [randomUUID(), randomUUID(), randomUUID()];

function read(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return readWritings(ctx, new Request('http://acme.test/x', { method: 'POST', body, headers }));
}
const own = { _tab: tab, _once: once };

test('reads the form as the form of a post is read, and whose page it is', async () => {
  const given = { ...own, _id: post, _version: '7', title: 'Stones', body: 'a\r\nb' };
  const times = { publishedAt: '2031-07-01T09:00', unpublishAt: '' };
  expect(await read({ ...given, ...times })).toEqual({
    ...{ post, once, tab, version: 7 },
    values: {
      ...{ title: 'Stones', body: 'a\nb' },
      ...{ publishedAt: '2031-07-01T07:00:00.000Z', unpublishAt: null },
    },
  });
  expect(await read({ ...own, title: 'New' })).toMatchObject({ post: null, version: null });
});

test('a time that is sent as the post has it keeps its seconds, and a chosen one counts', async () => {
  const seen = { '_seen.publishedAt': '2031-07-01T09:00', '_seen.unpublishAt': '' };
  const times = { publishedAt: '2031-07-01T09:00', unpublishAt: '2031-08-01T09:00' };
  const { values } = await read({ ...own, _id: post, title: 'Stones', ...seen, ...times });
  expect(values).toEqual({ title: 'Stones', unpublishAt: '2031-08-01T07:00:00.000Z' });
});

test('a text of 5 MB is refused before it is read, with what to do', async () => {
  const tooLong = read({ ...own, body: 'x' }, { 'content-length': String(5 * 1024 * 1024) });
  await expect(tooLong).rejects.toThrow('Split it into several posts');
  const untold = read({ ...own, body: 'x'.repeat(2_000_000) });
  await expect(untold).rejects.toThrow('Split it into several posts');
});

test.each([
  ['no page', { _once: once }],
  ['a page without a name of its own', { ...own, _tab: '../x' }],
  ['a post that is no id', { ...own, _id: "' or 1=1 --" }],
])('nonsense is refused: %s', async (_, fields) => {
  await expect(read(fields as Record<string, string>)).rejects.toMatchObject({ code: 'bad_input' });
});

test('what is no form is refused', async () => {
  const request = new Request('http://acme.test/x', { method: 'POST', body: '{"title":"x"}' });
  await expect(readWritings(ctx, request)).rejects.toMatchObject({ code: 'bad_input' });
});
