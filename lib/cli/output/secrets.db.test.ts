import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';
import { makeTenant } from '../../testing/make-tenant';
import { redactText } from './redact-text';

let trial: CliTrial;
let owner: Sql;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
  const { id } = await makeTenant(owner, 'acme');
  const address = 'postgres://reader:hunter2-url@db:5432/x';
  const kept = { password: 'hunter2-password', apiKey: 'hunter2-key', url: address };
  await owner`
    update platform.tenants set name = ${`ACME ${address}`}, settings = ${owner.json({ smtp: kept })},
      metadata = ${owner.json({ connection: kept })} where id = ${id}`;
  await owner`update platform.users set password_hash = 'hunter2-hash'`;
  const failure = `could not reach ${address}; token=hunter2-token; Authorization: Bearer hunter2-bearer`;
  await owner`
    insert into platform.jobs (tenant_id, kind, dead_at, last_failure, last_error, payload)
    values (${id}, 'x', now(), ${failure}, ${failure}, ${owner.json(kept)})`;
  await owner`
    insert into platform.seal_faults (tenant_id, reason, attempts, since, retry_at)
    values (${id}, ${failure}, 1, now(), now())`;
  await owner`
    insert into platform.domains (tenant_id, hostname, token, detail, state)
    values (${id}, 'blog.acme.test', 'publicly-shown', ${failure}, 'unproved')`;
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});

describe('no command that lists shows a planted secret', () => {
  const commands = [
    ...['list', 'count', 'jobs list', 'migrations', 'domain list --tenant acme'].flatMap((line) =>
      ['table', 'csv', 'json'].map((format) => `${line} --format ${format}`),
    ),
    ...['', ' --json'].flatMap((json) =>
      ['show --tenant acme', 'audit verify', 'doctor', 'migrate --plan'].map((line) => line + json),
    ),
    'jobs retry 1 --json',
    'domain verify --tenant acme --domain blog.acme.test --vouch --json',
    // What is wrong is told without it, too.
    'show --tenant postgres://reader:hunter2-error@db/x',
  ];
  test.each(commands)('%s', async (line) => {
    const { out, err } = await trial.run(line.split(' '));
    expect(out + err).not.toBe('');
    expect(out + err).not.toContain('hunter2');
  });

  test('and the plants are found by commands that show those places', async () => {
    const list = await trial.run(['list']);
    expect(list.out).toContain('postgres://reader:[redacted]@db:5432/x');
    const audit = await trial.run(['audit', 'verify']);
    expect(audit.out).toContain('token=[redacted]');
    const jobs = await trial.run(['jobs', 'list']);
    expect(jobs.out).toContain('Bearer [redacted]');
  });
});

test.each([
  ['postgres://a:b@c/d and redis://:e@f', 'postgres://a:[redacted]@c/d and redis://:[redacted]@f'],
  ['smtp://me%40x:p%40ss@mail:587', 'smtp://me%40x:[redacted]@mail:587'],
  ['{"password":"x y","slug":"acme"}', '{"password":"[redacted] y","slug":"acme"}'],
  ['PASSWORD=abc; port=5', 'PASSWORD=[redacted]; port=5'],
  ['--password: Use at least 12 characters.', '--password: Use at least 12 characters.'],
  ['http://acme.localhost:3000/a', 'http://acme.localhost:3000/a'],
  ['the password stays as it is', 'the password stays as it is'],
])('%s is shown as %s', (text, shown) => {
  expect(redactText(text)).toBe(shown);
});
