import { expect } from 'vitest';
import { tenantTest } from '../../testing/tenant-test/tenant-test';

const test = tenantTest({ rows: async () => {} });

/**
 * Every function that a session's id is enough for, and what it is to a session of support. One that
 * is new has to be decided: what somebody does with their own account is never support's.
 */
const decided: Record<
  string,
  'is for it' | 'ends it' | 'refuses it' | 'is for programs' | 'tells nobody'
> = {
  account_holder: 'refuses it',
  identity_owner: 'refuses it',
  ...ofTheAccount('connect_identity disconnect_identity list_own_identities'),
  root_person: 'refuses it',
  ...ofTheAccount('ask_email_change change_name change_password find_email_change'),
  ...ofTheAccount('stop_email_change found_tenant remake_recovery_codes own_two_factor'),
  ...ofTheAccount('begin_two_factor confirm_two_factor end_two_factor'),
  ...ofTheAccount(
    'read_own_removal delete_own_account ask_export read_own_export read_export_piece',
  ),
  join_tenant: 'refuses it',
  accept_invitation: 'refuses it',
  remember_device: 'refuses it',
  // Called by other functions alone, of sessions that they have found.
  device_of: 'tells nobody',
  begin_support: 'refuses it',
  begin_at: 'refuses it',
  bind_support: 'is for it',
  check_session: 'is for it',
  choose_tenant: 'refuses it',
  delete_own_tenant: 'refuses it',
  end_browser: 'ends it',
  end_other_sessions: 'refuses it',
  end_session: 'ends it',
  end_support: 'ends it',
  has_refresh_token: 'is for programs',
  issue_support_ticket: 'refuses it',
  issue_ticket: 'refuses it',
  list_own_public_groups: 'refuses it',
  list_own_sessions: 'refuses it',
  // Its own tenant alone, for the switcher.
  list_own_tenants: 'is for it',
  rotate_refresh_token: 'is for programs',
  transfer_own_tenant: 'refuses it',
};

test('is known of each', async ({ world }) => {
  const rows = await world.owner`
    select f.proname as name from pg_proc f
    where f.pronamespace = 'platform'::regnamespace and 'p_session' = any (f.proargnames)
    order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(decided).toSorted());
});

test('those that refuse it say so, or ask for a session of the root host', async ({ world }) => {
  const names = Object.keys(decided).filter((name) => decided[name] === 'refuses it');
  for (const name of names) {
    const [row] = await world.owner`
      select prosrc from pg_proc
      where pronamespace = 'platform'::regnamespace and proname = ${name}`;
    expect([name, row?.prosrc]).toEqual([
      name,
      expect.stringMatching(
        /support_id IS NULL|(mine|s)\.tenant_id IS NULL|(root_person|account_holder|identity_owner)\(p_session\)/,
      ),
    ]);
  }
});

/** What is done with an account is done on the root host, by a session of it. */
function ofTheAccount(names: string): Record<string, 'refuses it'> {
  return Object.fromEntries(names.split(' ').map((name) => [name, 'refuses it' as const]));
}
