import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRegistration } from '../auth/accounts/ask-registration';
import { askReset } from '../auth/accounts/ask-reset';
import { confirmRegistration } from '../auth/accounts/confirm-registration';
import { openLink } from '../auth/links/open-link';
import { Unverified } from '../auth/unverified';
import { verifyCredentials } from '../auth/verify-credentials';
import { type AccountTrial, accountTrial } from '../testing/account-trial';
import { deleteOwnAccount } from './delete-own-account';

let trial: AccountTrial;
beforeAll(async () => {
  trial = await accountTrial();
});
afterAll(() => trial.end());

const email = 'nora@example.com';
const first = 'correct horse battery';
const second = 'walking on the moon';
const place = { address: '192.0.2.7', requestId: 'r1' };
const tryIn = (password: string) =>
  verifyCredentials(email, password, { realm: null, address: place.address });

/** Registers at acme and confirms by the link that was mailed. */
async function register(password: string) {
  await trial.owner`delete from platform.rate_limits`;
  const given = { name: 'Nora', email, password };
  await askRegistration(given, { tenantId: trial.acme.id, address: place.address });
  const link = await openLink(await trial.token(), ['register'], trial.acme.id);
  await expect(tryIn(password)).rejects.toBeInstanceOf(Unverified);
  expect(await confirmRegistration(link, { password, ...place })).toBe('joined');
  const [row] = await trial.owner`select id from platform.users where email = ${email}`;
  return row?.id as string;
}

async function deleteAccountOf(userId: string) {
  const [session] = await trial.owner`
    insert into platform.sessions (user_id, expires_at)
    values (${userId}, now() + interval '1 hour') returning id`;
  await deleteOwnAccount(session?.id, { sites: [], erase: false, requestId: 'r1' });
}

test('registering again brings the row back with a new password, and nothing else', async () => {
  const { owner, acme } = trial;
  const nora = await register(first);
  await owner`
    update platform.memberships set role = 'admin', is_staff = true, is_superuser = true
    where user_id = ${nora}`;
  await owner`insert into platform.two_factors (user_id, secret) values (${nora}, 'sealed')`;
  await owner`insert into platform.recovery_codes (user_id, code_hash) values (${nora}, 'x')`;
  await owner`insert into platform.known_devices (user_id, token_hash) values (${nora}, 'x')`;
  await owner`
    insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
    values (${acme.id}, 'Key', 'tnt_0', 'hash', ${nora}, '{posts.read}')`;
  await trial.mails();
  await askReset(email, { realm: null, address: place.address });
  const reset = await trial.token();
  await deleteAccountOf(nora);
  await expect(tryIn(first)).rejects.toMatchObject({ code: 'not_signed_in' });
  const left = await owner`
    select 'factor' as what from platform.two_factors where user_id = ${nora}
    union all select 'code' from platform.recovery_codes where user_id = ${nora}
    union all select 'device' from platform.known_devices where user_id = ${nora}
    union all select 'link' from platform.one_time_links
      where email = ${email} and used_at is null and voided_at is null
    union all select 'key' from platform.api_keys where created_by = ${nora} and revoked_at is null`;
  expect(left).toEqual([]);
  expect(await register(second)).toBe(nora);
  await expect(openLink(reset, ['reset'], null)).rejects.toThrow();
  expect(await tryIn(second)).toMatchObject({ id: nora });
  await expect(tryIn(first)).rejects.toMatchObject({ code: 'not_signed_in' });
  const members = await owner`
    select tenant_id, role, is_staff, is_superuser from platform.memberships where user_id = ${nora}`;
  expect(members).toEqual([
    { tenant_id: acme.id, role: 'member', is_staff: false, is_superuser: false },
  ]);
});

test('whom an operator deactivated does not come back by registering', async () => {
  const { owner } = trial;
  await owner`update platform.users set is_active = false where email = ${email}`;
  await owner`delete from platform.rate_limits`;
  await trial.mails();
  const given = { name: 'Nora', email, password: 'a third password' };
  await askRegistration(given, { tenantId: trial.acme.id, address: place.address });
  const [link] = await owner`
    select id from platform.one_time_links where email = ${email} and used_at is null
    order by created_at desc limit 1`;
  await owner`select platform.confirm_registration(${link?.id}, 'r1')`;
  const [row] = await owner`select is_active from platform.users where email = ${email}`;
  expect(row).toEqual({ is_active: false });
  await expect(tryIn('a third password')).rejects.toMatchObject({ code: 'not_signed_in' });
});
