import * as argon2 from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type AccountTrial, accountTrial } from '../../testing/account-trial';
import { findLink } from '../links/find-link';
import { openLink } from '../links/open-link';
import { Unverified } from '../unverified';
import { verifyCredentials } from '../verify-credentials';
import { askRegistration } from './ask-registration';
import { confirmRegistration } from './confirm-registration';
import { joinTenant } from './join-tenant';

vi.mock('@node-rs/argon2', { spy: true });

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());
beforeEach(async () => {
  await trial.owner`delete from platform.rate_limits`;
  await trial.mails();
});

const password = 'correct horse battery';
const place = { address: '192.0.2.7', requestId: 'request-1' };
const ask = (email: string, more: Partial<{ name: string; password: string }> = {}) =>
  askRegistration(
    { name: 'Nora', email, password, ...more },
    { tenantId: trial.acme.id, address: place.address },
  );
const open = (token: string, tenant = trial.acme) => openLink(token, ['register'], tenant.id);
const tryIn = (email: string, given = password) =>
  verifyCredentials(email, given, { realm: trial.acme.id, address: place.address });

test('an account begins with its link and its password, as a member of the tenant', async () => {
  await ask('nora@example.com');
  const token = await trial.token();
  const [none] = await trial.owner`select id from platform.users where email = 'nora@example.com'`;
  expect(none, 'nobody is anybody before').toBeUndefined();
  await expect(tryIn('nora@example.com')).rejects.toBeInstanceOf(Unverified);
  await expect(tryIn('nora@example.com', 'another one here')).rejects.not.toBeInstanceOf(
    Unverified,
  );
  const joined = await confirmRegistration(await open(token), { password, ...place });
  expect(joined).toBe('joined');
  expect(await tryIn('nora@example.com')).toMatchObject({ name: 'Nora' });
  const [row] = await trial.owner`
    select m.role, m.is_staff, u.email_verified_at is not null as proved from platform.memberships m
    join platform.users u on u.id = m.user_id where m.email = 'nora@example.com'`;
  expect(row).toEqual({ role: 'member', is_staff: false, proved: true });
  const events = await trial.owner`
    select type, tenant_id is null as platform, payload from platform.events
    where actor_name = 'Nora' order by id`;
  expect(events.map(({ type, platform }) => [type, platform])).toEqual([
    ['user.created', true],
    ['member.added', false],
  ]);
  expect(JSON.stringify(events)).not.toContain('argon2');
});

test('a link works once, and not at another tenant, nor for another purpose, nor when changed', async () => {
  await ask('once@example.com');
  const token = await trial.token();
  expect(await findLink(token, ['register'], trial.globex.id)).toBeNull();
  expect(await findLink(token, ['register'], null)).toBeNull();
  expect(await findLink(token, ['reset', 'signup'], trial.acme.id)).toBeNull();
  const flipped = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.at(-1);
  for (const wrong of [flipped, token.slice(1), `${token}A`, '', '../../etc', 'A'.repeat(64)]) {
    expect(await findLink(wrong, ['register'], trial.acme.id)).toBeNull();
  }
  const link = await open(token);
  const uses = await Promise.allSettled(
    [1, 2, 3].map(() => confirmRegistration(link, { password, ...place })),
  );
  expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(open(token)).rejects.toThrow('has been used already');
});

test('a link that is too old says so and does nothing', async () => {
  await ask('late@example.com');
  const token = await trial.token();
  const link = await open(token);
  await trial.owner`
    update platform.one_time_links set expires_at = now() - interval '1 second' where id = ${link.id}`;
  await expect(open(token)).rejects.toThrow('too old');
  await expect(confirmRegistration(link, { password, ...place })).rejects.toThrow('does not work');
  await expect(tryIn('late@example.com')).rejects.not.toBeInstanceOf(Unverified);
});

test('who registers a stranger’s address gets no account in it: the password is asked for again', async () => {
  await ask('victim@example.com', { password: 'the attacker knows' });
  const token = await trial.token();
  const link = await open(token);
  const confirm = (given: string) => confirmRegistration(link, { password: given, ...place });
  await expect(confirm('what the victim thinks')).rejects.toMatchObject({
    fields: { password: [expect.stringContaining('not the password you chose')] },
  });
  for (let n = 0; n < 9; n += 1) await confirm('guess').catch(() => {});
  await expect(confirm('the attacker knows')).rejects.toThrow('Too many attempts');
});

test('known and unknown addresses: same answer, same work, another mail', async () => {
  await trial.addPerson('known@example.com', 'another password');
  const hashes = vi.mocked(argon2.hash);
  const work: number[] = [];
  for (const email of ['known@example.com', 'unknown@example.com']) {
    hashes.mockClear();
    expect(await ask(email)).toBeUndefined();
    work.push(hashes.mock.calls.length);
  }
  expect(work).toEqual([1, 1]);
  const [rows] = await trial.owner`
    select count(*)::int as links from platform.one_time_links
    where email in ('known@example.com', 'unknown@example.com')`;
  expect(rows?.links).toBe(2);
  const mails = await trial.mails();
  const to = (address: string) => mails.find((mail) => mail.to?.[0]?.address === address);
  expect(to('known@example.com')?.subject).toBe('You have an account already');
  expect(to('known@example.com')?.text).not.toContain('/verify/');
  expect(to('known@example.com')?.text).toContain('http://acme.localhost:3000/forgot');
  expect(to('unknown@example.com')?.subject).toBe('Confirm your email for ACME');
  expect(await tryIn('known@example.com', 'another password')).toBeTruthy();
});

test('signing in asks the same of the database for somebody, nobody and who waits', async () => {
  await trial.addPerson('here@example.com', password);
  await ask('waits@example.com');
  const verify = vi.mocked(argon2.verify);
  const query = vi.spyOn(trial.client, 'query');
  const work: [number, number][] = [];
  for (const email of ['here@example.com', 'nobody@example.com', 'waits@example.com']) {
    verify.mockClear();
    query.mockClear();
    await tryIn(email, 'wrong password').catch(() => {});
    work.push([verify.mock.calls.length, query.mock.calls.length]);
  }
  query.mockRestore();
  expect(work[0]?.[0], 'the account’s hash and the waiting one’s').toBe(2);
  expect(work[1]).toEqual(work[0]);
  expect(work[2]).toEqual(work[0]);
});

test('whose address it is that somebody asks an account for, signing in does not tell', async () => {
  await trial.addPerson('taken@example.com', password);
  const chosen = 'another long password';
  for (const email of ['taken@example.com', 'free@example.com']) {
    await ask(email, { password: chosen });
    await expect(tryIn(email, chosen), email).rejects.toBeInstanceOf(Unverified);
  }
  expect(await tryIn('taken@example.com', password)).toBeTruthy();
});

test('registering twice at once makes one account, of whoever used a link first', async () => {
  await Promise.all([ask('twice@example.com'), ask('twice@example.com')]);
  const mails = await trial.mails();
  const tokens = mails.map((mail) => /verify\/([\w-]{64})/.exec(mail.text ?? '')?.[1] ?? '');
  expect(new Set(tokens).size).toBe(2);
  const links = await Promise.all(tokens.map((token) => open(token)));
  const came = await Promise.all(
    links.map((link) => confirmRegistration(link, { password, ...place })),
  );
  expect(came.toSorted()).toEqual(['joined', 'known']);
  const [rows] = await trial.owner`
    select count(*)::int as n from platform.users where email = 'twice@example.com'`;
  expect(rows?.n).toBe(1);
});

test('where it is not open any more, the account begins without a membership', async () => {
  await ask('closing@example.com');
  const token = await trial.token();
  await trial.setRegistration(trial.acme, 'invitation');
  try {
    await expect(ask('other@example.com')).rejects.toThrow('Nobody can register here');
    expect(await confirmRegistration(await open(token), { password, ...place })).toBe('closed');
    expect(await tryIn('closing@example.com')).toBeTruthy();
    const session = await trial.openSession(
      await trial.addPerson('in@example.com', password),
      trial.acme.id,
    );
    expect(await joinTenant(session, 'r')).toBe('closed');
    await trial.setRegistration(trial.acme, 'open');
    expect(await joinTenant(session, 'r')).toBe('joined');
    expect(await joinTenant(session, 'r')).toBe('known');
  } finally {
    await trial.setRegistration(trial.acme, 'open');
  }
});
