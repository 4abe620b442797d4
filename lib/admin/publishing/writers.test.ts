import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MemberContext } from '../../auth/viewer';
import { tenantState } from '../../state/tenant-state';
import { settleWriting, type WritingInput, writingInput } from './writers';

const post = randomUUID();
let tenant: { id: string };
beforeEach(() => {
  tenant = { id: randomUUID() };
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => vi.useRealTimers());

function page(name: string, own = tenant) {
  const tab = randomUUID();
  const ctx = {
    viewer: { userId: name, name },
    state: (space: string) => tenantState(own, space),
  } as unknown as MemberContext;
  return (want: WritingInput['want']) => settleWriting(ctx, { post, tab, want });
}

test('who comes first writes, others read along and are told who it is', async () => {
  const [ada, bob] = [page('Ada'), page('Bob')];
  expect(await ada('open')).toMatchObject({ mine: true, writer: null });
  expect(await bob('open')).toMatchObject({ mine: false, writer: { name: 'Ada', self: false } });
  expect(await ada('write')).toMatchObject({ mine: true });
});

test('asking, being told not now, and being given the pen', async () => {
  const [ada, bob] = [page('Ada'), page('Bob')];
  await ada('open');
  await bob('open');
  await bob('ask');
  expect(await ada('write')).toMatchObject({ mine: true, asked: 'Bob' });
  expect(await ada('refuse')).toMatchObject({ mine: true, asked: null });
  expect(await bob('write')).toMatchObject({ mine: false, refused: true });
  expect(await ada('write')).toMatchObject({ asked: null });
  await bob('ask');
  expect(await ada('hand-over')).toMatchObject({ mine: false, writer: { name: 'Bob' } });
  expect(await bob('write')).toMatchObject({ mine: true, asked: null });
});

test('taking over, leaving, and the own page opened anew', async () => {
  const [ada, bob, adaAgain] = [page('Ada'), page('Bob'), page('Ada')];
  await ada('open');
  expect(await adaAgain('write')).toMatchObject({ mine: false, writer: { self: true } });
  expect(await adaAgain('open')).toMatchObject({ mine: true });
  expect(await ada('write')).toMatchObject({ mine: false, writer: { self: true } });
  expect(await bob('take')).toMatchObject({ mine: true });
  expect(await adaAgain('write')).toMatchObject({ mine: false, writer: { name: 'Bob' } });
  await bob('leave');
  expect(await adaAgain('write'), 'it may be loaded anew').toMatchObject({ mine: false });
  vi.setSystemTime(Date.now() + 6_000);
  expect(await adaAgain('write')).toMatchObject({ mine: true });
});

test('a page that is loaded anew keeps its pen, whoever waits for it', async () => {
  const [bob, bobAgain, ada] = [page('Bob'), page('Bob'), page('Ada')];
  await bob('open');
  await ada('open');
  await bob('leave');
  await ada('write');
  expect(await bobAgain('open')).toMatchObject({ mine: true });
  expect(await ada('write')).toMatchObject({ mine: false, writer: { name: 'Bob' } });
});

test('nobody can give the pen away but who has it', async () => {
  const [ada, bob, eve] = [page('Ada'), page('Bob'), page('Eve')];
  await ada('open');
  await bob('ask');
  expect(await eve('hand-over')).toMatchObject({ mine: false });
  await eve('leave');
  await eve('refuse');
  expect(await ada('write')).toMatchObject({ mine: true, asked: 'Bob' });
});

test('another tenant has pens of its own', async () => {
  await page('Ada')('open');
  expect(await page('Gus', { id: randomUUID() })('open')).toMatchObject({ mine: true });
});

test.each([null, {}, { post, tab: 'x', want: 'open' }, { post, tab: post, want: 'steal' }])(
  'nonsense is no question: %j',
  (input) => expect(writingInput.safeParse(input).success).toBe(false),
);
