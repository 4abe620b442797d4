import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findTenantId } from '../tenancy/find-tenant-id';
import { prepareDomainTrial } from '../testing/domain-trial';
import { addDomain } from './add-domain';
import { getDomain } from './get-domain';
import { makePrimary } from './make-primary';

const trial = prepareDomainTrial();
const { prove, check, age, events, work } = trial;
const challenge = '_tenantry-challenge.kept.test';
const isServed = async () =>
  (await findTenantId({ kind: 'domain', hostname: 'kept.test' })) === trial.acme.tenant.id;
let id: string;

beforeEach(async () => {
  id = await addDomain(trial.acme, 'kept.test');
  trial.dns.upset(challenge, null);
  trial.dns.set('kept.test', 'A', '192.0.2.1');
  await prove([trial.acme, id]);
  await check(trial.acme, id);
  await makePrimary(trial.acme, id);
  await events();
});

test('one look without the record takes nothing away, and the record makes all good', async () => {
  trial.dns.set(challenge, 'TXT');
  expect(await check(trial.acme, id)).toBe('failing');
  expect(await isServed()).toBe(true);
  expect(await events()).toEqual(['domain.failing acme']);
  await prove([trial.acme, id]);
  await age(id, '4 days');
  expect(await check(trial.acme, id)).toBe('connected');
  expect(await events()).toEqual([]);
});

test('many looks on one day are no three days', async () => {
  trial.dns.set(challenge, 'TXT');
  for (let n = 0; n < 8; n += 1) await check(trial.acme, id);
  expect(await isServed()).toBe(true);
  // Nor is one look three days after the first.
  await trial.world.owner`update platform.domains set failures = 1 where id = ${id}`;
  await age(id, '4 days');
  await check(trial.acme, id);
  expect(await isServed()).toBe(true);
});

test.each([
  ['TXT record', () => trial.dns.set(challenge, 'TXT')],
  ['address', () => trial.dns.set('kept.test', 'A')],
])('a %s that is gone for days disconnects the domain', async (_, lose) => {
  lose();
  for (let n = 0; n < 5; n += 1) {
    expect(await isServed()).toBe(true);
    await check(trial.acme, id);
    await age(id, '20 hours');
  }
  expect(await events()).toEqual(['domain.failing acme', 'domain.failed acme']);
  expect(await isServed()).toBe(false);
  const view = await getDomain(trial.acme, id);
  expect(view).toMatchObject({ isVerified: false, isPrimary: false });
  // Both come back together.
  trial.dns.set('kept.test', 'A', '192.0.2.1');
  await prove([trial.acme, id]);
  expect(await check(trial.acme, id)).toBe('connected');
  expect(await isServed()).toBe(true);
});

test.each(['servfail', 'refused'] as const)(
  'a DNS that is %s for a month takes nothing away',
  async (mood) => {
    trial.dns.upset(challenge, mood);
    for (let n = 0; n < 8; n += 1) {
      await check(trial.acme, id);
      await age(id, '4 days');
    }
    expect(await isServed()).toBe(true);
    expect((await getDomain(trial.acme, id)).status.label).toBe('Could not be looked up');
    expect(await events()).toEqual([]);
  },
);

test('another address is told, and takes nothing away: a service in front may have it', async () => {
  trial.dns.set('kept.test', 'A', '203.0.113.9');
  for (let n = 0; n < 8; n += 1) {
    await check(trial.acme, id);
    await age(id, '1 day');
  }
  expect(await isServed()).toBe(true);
  expect((await getDomain(trial.acme, id)).status).toMatchObject({
    label: 'Points elsewhere',
    note: expect.stringContaining('203.0.113.9'),
  });
});

test('its owners hear of it by mail, before and after', async () => {
  await trial.world.owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff)
    select id, owner_id, 'owner', true from platform.tenants where id = ${trial.acme.tenant.id}`;
  trial.dns.set(challenge, 'TXT');
  for (let n = 0; n < 5; n += 1) {
    await check(trial.acme, id);
    await age(id, '20 hours');
  }
  await work();
  const folder = join(trial.dataDir, 'mail');
  const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(mails.map((text) => /^Subject: (.+)$/m.exec(text)?.[1]).sort()).toEqual([
    'A record of kept.test is missing',
    'kept.test was disconnected',
  ]);
  expect(mails.every((text) => text.includes('acme@example.com'))).toBe(true);
});
