import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type AccountTrial, accountTrial } from '../../testing/account-trial';
import { findViewer } from '../check-session';
import { confirmPassword } from '../confirm-password';
import { openLink } from '../links/open-link';
import { setPassword } from '../set-password';
import { verifyCredentials } from '../verify-credentials';
import { askReset } from './ask-reset';
import { resetPassword } from './reset-password';

// A request without a cookie.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));

let trial: AccountTrial;
let ada: string;
const email = 'ada@example.com';
const old = 'the old password';
beforeAll(async () => {
  trial = await accountTrial();
  ada = await trial.addPerson(email, old);
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await trial.mails();
});

const address = '192.0.2.8';
const ask = (who = email, realm: string | null = null) => askReset(who, { realm, address });
const tryIn = (password: string) =>
  verifyCredentials(email, password, { realm: null, address }).then(
    () => true,
    () => false,
  );

test('asking looks nobody up: the same questions for everybody, and mail for people alone', async () => {
  const query = vi.spyOn(trial.client, 'query');
  const asked: number[] = [];
  for (const who of [email, 'nobody@example.com']) {
    query.mockClear();
    expect(await ask(who)).toBeUndefined();
    asked.push(query.mock.calls.length);
  }
  query.mockRestore();
  expect(asked[0]).toBe(asked[1]);
  const mails = await trial.mails();
  expect(mails.map(({ to }) => to?.[0]?.address)).toEqual([email]);
});

test('the link leads to the host it was asked on, as the installation knows it', async () => {
  await ask(email, trial.acme.id);
  const [mail] = await trial.mails();
  expect(mail?.from).toMatchObject({ name: 'ACME' });
  expect(mail?.text).toMatch(/http:\/\/acme\.localhost:3000\/reset\/[\w-]{64}\n/);
  const token = /reset\/([\w-]{64})/.exec(mail?.text ?? '')?.[1] ?? '';
  await expect(openLink(token, ['reset'], null)).rejects.toThrow('does not work');
  await expect(openLink(token, ['reset'], trial.globex.id)).rejects.toThrow('does not work');
  expect(await openLink(token, ['reset'], trial.acme.id)).toMatchObject({ email });
});

test('a new password ends every session and token, proves the email, and is told by mail', async () => {
  const sessions = await Promise.all([
    trial.openSession(ada, null),
    trial.openSession(ada, trial.acme.id),
    trial.openSession(ada, trial.globex.id, 'api'),
  ]);
  const gus = await trial.addPerson('gus@example.com', 'password of gus');
  const other = await trial.openSession(gus, null);
  await ask();
  const token = await trial.token();
  const link = await openLink(token, ['reset'], null);
  expect(await tryIn(old), 'looking at the link changes nothing').toBe(true);
  await resetPassword(link, { password: 'a new password', requestId: 'r' });
  expect([await tryIn(old), await tryIn('a new password')]).toEqual([false, true]);
  const realms = [null, trial.acme.id, trial.globex.id];
  for (const [at, session] of sessions.entries()) {
    expect(await findViewer(session, realms[at] ?? null)).toBeNull();
  }
  expect(await findViewer(other, null), 'nobody else is signed out').toBeTruthy();
  const [row] = await trial.owner`
    select email_verified_at is not null as proved from platform.users where id = ${ada}`;
  expect(row?.proved).toBe(true);
  const [mail, ...more] = await trial.mails();
  expect(mail?.subject).toBe('Your password was changed');
  expect(more).toEqual([]);
  await expect(openLink(token, ['reset'], null)).rejects.toThrow('used already');
  const again = resetPassword(link, { password: 'and another one', requestId: 'r' });
  await expect(again).rejects.toThrow('does not work');
});

test('a later question makes earlier links void, and an hour makes any', async () => {
  await ask();
  const first = await trial.token();
  await ask();
  const second = await trial.token();
  await expect(openLink(first, ['reset'], null)).rejects.toThrow('later mail');
  const link = await openLink(second, ['reset'], null);
  const [row] = await trial.owner`
    select expires_at - created_at = interval '60 minutes' as hour from platform.one_time_links
    where id = ${link.id}`;
  expect(row?.hour).toBe(true);
});

test('who asks too often waits, whether or not there is such an account', async () => {
  for (const who of [email, 'nobody@example.com']) {
    for (let n = 0; n < 5; n += 1) await ask(who);
    await expect(ask(who)).rejects.toMatchObject({
      code: 'too_many',
      message: expect.stringMatching(/Try again in \d+ minutes/),
    });
  }
});

test('who is deactivated gets no link, and a link that they had is worth nothing', async () => {
  await ask();
  const link = await openLink(await trial.token(), ['reset'], null);
  await trial.owner`update platform.users set is_active = false where id = ${ada}`;
  const reset = resetPassword(link, { password: 'a new password', requestId: 'r' });
  await expect(reset).rejects.toThrow('does not work');
  await ask();
  expect(await trial.mails()).toEqual([]);
  await trial.owner`update platform.users set is_active = true where id = ${ada}`;
});

test('setting it in the account keeps the session at hand, ends all others and voids links', async () => {
  const [here, there] = [await trial.openSession(ada, null), await trial.openSession(ada, null)];
  await ask();
  const token = await trial.token();
  await setPassword(here, 'a third password', 'r');
  expect(await findViewer(here, null)).toBeTruthy();
  expect(await findViewer(there, null)).toBeNull();
  await expect(openLink(token, ['reset'], null)).rejects.toThrow('later mail');
  expect(await tryIn('a third password')).toBe(true);
  const log = await trial.owner`
    select payload from platform.events where type = 'user.password-changed'`;
  expect(JSON.stringify(log)).not.toMatch(/argon2|third password/);
});

test('no session of a tenant, of a program or of the past sets a password', async () => {
  const atTenant = await trial.openSession(ada, trial.acme.id);
  const ended = await trial.openSession(ada, null);
  await trial.owner`update platform.sessions set revoked_at = now() where id = ${ended}`;
  for (const session of [atTenant, ended, crypto.randomUUID()]) {
    await expect(setPassword(session, 'mine from now on', 'r')).rejects.toThrow('signed out');
  }
  expect(await tryIn('mine from now on')).toBe(false);
});

test('the present password is asked for, and counted as signing in is', async () => {
  const confirm = (password: string) =>
    confirmPassword({ email }, password, { realm: null, requestId: 'r' }, 'current');
  await confirm('a third password');
  await expect(confirm('guessed')).rejects.toMatchObject({
    fields: { current: ['This is not your present password.'] },
  });
  for (let n = 0; n < 9; n += 1) await confirm('guessed').catch(() => {});
  await expect(confirm('a third password')).rejects.toMatchObject({ code: 'too_many' });
});
