import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AccountTrial, accountTrial } from '../../testing/account-trial';
import { findViewer } from '../check-session';
import { openLink } from '../links/open-link';
import type { Viewer } from '../viewer';
import { changeName } from './change-name';
import {
  answerEmailChange,
  askEmailChange,
  findEmailChange,
  stopEmailChange,
} from './email-change';

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await trial.mails();
});

async function somebody(name: string): Promise<Viewer> {
  const id = await trial.addPerson(`${name}@example.com`, 'a long password');
  const viewer = await findViewer(await trial.openSession(id, null), null);
  if (!viewer) throw new Error('no session');
  return viewer;
}

/** Asks, and gives the links by whom they were mailed to. */
async function asked(viewer: Viewer, to: string) {
  await askEmailChange(viewer, to, '192.0.2.9');
  const mails = await trial.mails();
  const tokenFor = (address: string) => {
    const mail = mails.find((one) => one.to?.[0]?.address === address);
    return /verify\/([\w-]{64})/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  return { mails, old: tokenFor(viewer.email), new: tokenFor(to) };
}

const answer = async (token: string, approves: boolean) => {
  const link = await openLink(token, ['change-email-old', 'change-email-new'], null);
  return answerEmailChange(link, { approves, requestId: 'r' });
};
const emailOf = async ({ userId }: Viewer) => {
  const [row] = await trial.owner`select email from platform.users where id = ${userId}`;
  return row?.email;
};

test.each([
  ['old', 'new'],
  ['new', 'old'],
] as const)('it changes when both have said yes, the %s address first', async (first, second) => {
  const viewer = await somebody(`mover-${first}`);
  const to = `moved-${first}@example.com`;
  const links = await asked(viewer, to);
  expect(await answer(links[first], true)).toBe('waiting');
  expect(await emailOf(viewer)).toBe(viewer.email);
  expect(await findEmailChange(viewer.sessionId)).toMatchObject({
    ...{ email: to, oldSaidYes: first === 'old', newSaidYes: first === 'new' },
  });
  await expect(answer(links[first], true)).rejects.toThrow('used already');
  expect(await answer(links[second], true)).toBe('changed');
  expect(await emailOf(viewer)).toBe(to);
  expect(await findViewer(viewer.sessionId, null), 'nobody is signed out').toMatchObject({
    email: to,
  });
  const [mail] = await trial.mails();
  expect(mail?.to?.[0]?.address).toBe(viewer.email);
  expect(mail?.subject).toBe('Your account has another email');
});

test('both at the same moment change it once', async () => {
  const viewer = await somebody('hasty');
  const links = await asked(viewer, 'hastier@example.com');
  const came = await Promise.all([answer(links.old, true), answer(links.new, true)]);
  expect(came.toSorted()).toEqual(['changed', 'waiting']);
});

test.each(['old', 'new'] as const)('the %s address stops it for both', async (which) => {
  const viewer = await somebody(`stays-${which}`);
  const links = await asked(viewer, `elsewhere-${which}@example.com`);
  const other = which === 'old' ? links.new : links.old;
  await answer(other, true);
  expect(await answer(links[which], false)).toBe('stopped');
  await expect(answer(links[which], true)).rejects.toThrow('later mail');
  expect(await emailOf(viewer)).toBe(viewer.email);
});

test('a later question, and giving it up in the account, make the links void', async () => {
  const viewer = await somebody('unsure');
  const first = await asked(viewer, 'one@example.com');
  const second = await asked(viewer, 'two@example.com');
  await expect(answer(first.old, true)).rejects.toThrow('later mail');
  await stopEmailChange(viewer.sessionId);
  await expect(answer(second.new, true)).rejects.toThrow('later mail');
  expect(await findEmailChange(viewer.sessionId)).toBeNull();
});

test('halves of two different changes make no whole', async () => {
  const viewer = await somebody('mixer');
  const first = await asked(viewer, 'mix-one@example.com');
  await answer(first.new, true);
  const second = await asked(viewer, 'mix-two@example.com');
  expect(await answer(second.old, true)).toBe('waiting');
  expect(await emailOf(viewer)).toBe(viewer.email);
});

test('an address that somebody has is told so in its own mailbox, and nowhere else', async () => {
  await somebody('settled');
  const viewer = await somebody('greedy');
  const links = await asked(viewer, 'settled@example.com');
  expect(links.new).toBe('');
  const subjects = links.mails.map(({ subject }) => subject);
  expect(subjects).toContain('This email has an account already');
  expect(await answer(links.old, true)).toBe('waiting');
  expect(await emailOf(viewer)).toBe('greedy@example.com');
});

test('who takes the address in between keeps it', async () => {
  const viewer = await somebody('slow');
  const links = await asked(viewer, 'quick@example.com');
  await answer(links.old, true);
  await trial.addPerson('quick@example.com', 'a long password');
  expect(await answer(links.new, true)).toBe('taken');
  expect(await emailOf(viewer)).toBe('slow@example.com');
});

test('sessions of tenants ask for nothing', async () => {
  const viewer = await somebody('tenant-only');
  const sessionId = await trial.openSession(viewer.userId, trial.acme.id);
  const there = askEmailChange({ ...viewer, sessionId }, 'x@example.com', '192.0.2.9');
  await expect(there).rejects.toThrow('signed out');
  await expect(changeName(sessionId, 'X', 'r')).rejects.toThrow('signed out');
});

test('a name changes at all tenants, with what it was in the log', async () => {
  const viewer = await somebody('renamed');
  await trial.owner`
    insert into platform.memberships (tenant_id, user_id) values (${trial.acme.id}, ${viewer.userId})`;
  await changeName(viewer.sessionId, 'Renata', 'r');
  const [row] = await trial.owner`
    select name from platform.memberships where user_id = ${viewer.userId}`;
  expect(row?.name).toBe('Renata');
  const [event] = await trial.owner`
    select payload from platform.events where type = 'user.updated' and subject_id = ${viewer.userId}`;
  expect(event?.payload.changes).toEqual({ name: ['renamed', 'Renata'] });
});
