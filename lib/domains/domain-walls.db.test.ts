import { expect, test } from 'vitest';
import { appClient } from '../db/client';
import { domains } from '../db/schema/platform';
import { prepareDomainTrial } from '../testing/domain-trial';
import { addDomain } from './add-domain';
import { noteCheck } from './note-check';

const trial = prepareDomainTrial();
const boundTo = (tenantId: string, statement: string) =>
  appClient().query((sql) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
      return tx.unsafe(statement);
    }),
  );

test('a tenant’s statements verify nothing, choose no token and no time', async () => {
  const own = trial.acme.tenant.id;
  await addDomain(trial.acme, 'wall.test');
  for (const change of [
    'verified_at = now()',
    'proved_at = now()',
    "token = 'x'",
    "state = 'connected'",
    "hostname = 'other.test'",
    'next_check_at = null',
    'failures = 0',
    `tenant_id = '${trial.globex.tenant.id}'`,
  ]) {
    await expect(boundTo(own, `update platform.domains set ${change}`)).rejects.toMatchObject({
      code: '42501',
    });
  }
  for (const column of ['token', 'verified_at', 'is_primary']) {
    const value = column === 'token' ? "'x'" : column === 'is_primary' ? 'true' : 'now()';
    await expect(
      boundTo(
        own,
        `insert into platform.domains (tenant_id, hostname, ${column})
        values ('${own}', 'new.test', ${value})`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  }
  const seen = JSON.stringify(['tenantry-verify=x']);
  const rows = await boundTo(
    own,
    `select * from platform.note_domain_check('${own}', (select id from platform.domains limit 1),
       '${seen}', 'here', null, null, '', '')`,
  );
  expect(rows).toHaveLength(0);
  const [planned] = await boundTo(own, 'select platform.plan_domain_checks(10) as n');
  expect(planned?.n).toBe(0);
});

test('nothing primary that is not verified, whoever writes it', async () => {
  const mine = await addDomain(trial.acme, 'early.test');
  await trial.acme.db.write((tx) => tx.update(domains).set({ isPrimary: true }));
  const [row] = await trial.world.owner`select is_primary from platform.domains where id = ${mine}`;
  expect(row?.is_primary).toBe(false);
});

test('a finding under another tenant’s id changes nothing', async () => {
  const mine = await addDomain(trial.acme, 'crossed.test');
  const [row] = await trial.world.owner`select token from platform.domains where id = ${mine}`;
  const seen = [`tenantry-verify=${row?.token}`];
  const finding = { seen, pointing: 'here', detail: null } as const;
  const noted = await noteCheck({ tenantId: trial.globex.tenant.id, id: mine }, finding);
  expect(noted).toEqual({ outcome: 'gone', cacheTags: [] });
  await trial.world.owner`
    update platform.tenants set status = 'deleted' where id = ${trial.acme.tenant.id}`;
  expect(await noteCheck({ tenantId: trial.acme.tenant.id, id: mine }, finding)).toEqual({
    outcome: 'gone',
    cacheTags: [],
  });
  await trial.world.owner`
    update platform.tenants set status = 'active' where id = ${trial.acme.tenant.id}`;
  expect(await noteCheck({ tenantId: trial.acme.tenant.id, id: mine }, finding)).toMatchObject({
    outcome: 'verified',
  });
});
