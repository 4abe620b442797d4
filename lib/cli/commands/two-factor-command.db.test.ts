import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';

let trial: CliTrial;
let owner: Sql;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});

test('turns it off for one person, tells it once, and changes nothing when it was off', async () => {
  await owner`
    with people as (
      insert into platform.users (email, name)
      values ('ada@cli.test', 'Ada'), ('bob@cli.test', 'Bob') returning id
    ), factors as (
      insert into platform.two_factors (user_id, secret, confirmed_at) select id, 'x', now() from people
    )
    insert into platform.recovery_codes (user_id, code_hash) select id, 'x' from people`;
  const reset = (email: string, ...more: string[]) =>
    trial.run(['reset-two-factor', '--email', email, '--no-input', ...more]);
  expect((await reset(' ADA@cli.test')).out).toContain('two-factor is off for');
  expect(JSON.parse((await reset('ada@cli.test', '--json')).out)).toMatchObject({ wasOn: false });
  expect((await reset('nobody@cli.test')).err).toContain('Nobody has an account');
  const left = await owner`
    select u.email from platform.two_factors f join platform.users u on u.id = f.user_id
    join platform.recovery_codes r on r.user_id = u.id`;
  expect(left.map(({ email }) => email)).toEqual(['bob@cli.test']);
  const events = await owner`select type, payload from platform.events where type like 'user.two%'`;
  expect(events).toHaveLength(1);
  expect(events[0]?.payload).toMatchObject({ label: 'Ada', reason: 'by an operator' });
});
