import { expect, test } from 'vitest';
import { findTenantId } from '../tenancy/find-tenant-id';
import { prepareDomainTrial } from '../testing/domain-trial';
import { addDomain, mostDomains } from './add-domain';
import { checkDomain } from './check-domain';
import { getDomain, getDomainRow, listDomains } from './get-domain';
import { makePrimary } from './make-primary';
import { removeDomain } from './remove-domain';

const trial = prepareDomainTrial();
const { prove, check, age, events } = trial;
const holder = (hostname: string) => findTenantId({ kind: 'domain', hostname });

test('a domain works once its TXT record is there, and stops with its removal', async () => {
  const id = await addDomain(trial.acme, 'Shop.Acme.test');
  expect(await check(trial.acme, id)).toBe('unproved');
  expect(await holder('shop.acme.test')).toBeNull();
  await prove([trial.acme, id]);
  const { outcome, cacheTags } = await checkDomain(trial.acme, id);
  expect({ outcome, cacheTags }).toEqual({
    outcome: 'verified',
    cacheTags: ['host:shop.acme.test', 'platform:demo-tenants'],
  });
  expect(await holder('shop.acme.test')).toBe(trial.acme.tenant.id);
  expect((await getDomain(trial.acme, id)).status.label).toBe('Points nowhere yet');
  trial.dns.set('shop.acme.test', 'CNAME', 'acme.platform.test');
  expect(await check(trial.acme, id)).toBe('connected');
  const removed = await removeDomain(trial.acme, id);
  expect(removed.cacheTags).toContain('host:shop.acme.test');
  expect(await holder('shop.acme.test')).toBeNull();
  expect(await events()).toEqual([
    'domain.added acme',
    'domain.verified acme',
    'domain.removed acme',
  ]);
  // Released: it can be added again at once, and has to be proved again.
  const again = await addDomain(trial.acme, 'shop.acme.test');
  expect(await check(trial.acme, again)).toBe('unproved');
});

test('an unverified row reserves nothing: who proves it has it', async () => {
  const theirs = await addDomain(trial.globex, 'free.test');
  const mine = await addDomain(trial.acme, 'free.test');
  await prove([trial.acme, mine]);
  await check(trial.globex, theirs);
  expect(await holder('free.test')).toBeNull();
  await check(trial.acme, mine);
  expect(await holder('free.test')).toBe(trial.acme.tenant.id);
});

test('a domain moves to who proves it, once the other’s record is gone', async () => {
  const old = await addDomain(trial.acme, 'moving.test');
  await prove([trial.acme, old]);
  await check(trial.acme, old);
  await makePrimary(trial.acme, old);
  const fresh = await addDomain(trial.globex, 'moving.test');
  expect(await check(trial.globex, fresh)).toBe('unproved');
  await prove([trial.acme, old], [trial.globex, fresh]);
  expect(await check(trial.globex, fresh)).toBe('held');
  expect(await holder('moving.test')).toBe(trial.acme.tenant.id);
  await events();
  await prove([trial.globex, fresh]);
  const [asOld, asNew] = await Promise.allSettled([
    checkDomain(trial.acme, old),
    checkDomain(trial.globex, fresh),
  ]);
  expect(asNew.status).toBe('fulfilled');
  expect(['fulfilled', 'rejected']).toContain(asOld.status);
  expect(await holder('moving.test')).toBe(trial.globex.tenant.id);
  expect(await listDomains(trial.acme)).toEqual([]);
  expect((await events()).filter((one) => !one.startsWith('domain.failing'))).toEqual([
    'domain.removed acme',
    'domain.verified globex',
  ]);
  const [told] = await trial.world.owner`
    select actor_id, actor_name, payload, to_json(cache_tags) as tags from platform.events
    where type = 'domain.removed' and tenant_id = ${trial.acme.tenant.id} order by id desc limit 1`;
  // Whose it is now is none of the other's business; the page that named it as primary is stale.
  expect(told).toEqual({
    ...{ actor_id: null, actor_name: '' },
    payload: { resource: 'domains', label: 'moving.test', moved: true },
    tags: ['host:moving.test', 'platform:demo-tenants', `t:${trial.acme.tenant.id}`],
  });
});

test('an operator’s word yields to a proof in the DNS', async () => {
  await trial.world.owner`
    insert into platform.domains (tenant_id, hostname, verified_at, is_primary)
    values (${trial.acme.tenant.id}, 'vouched.test', now(), true)`;
  const [view] = await listDomains(trial.acme);
  expect(view).toMatchObject({ isVerified: true, isPrimary: true, status: { code: 'vouched' } });
  expect(await check(trial.acme, view?.id ?? '')).toBe('nowhere');
  await age(view?.id ?? '', '30 days');
  await check(trial.acme, view?.id ?? '');
  expect(await holder('vouched.test')).toBe(trial.acme.tenant.id);
  const id = await addDomain(trial.globex, 'vouched.test');
  await prove([trial.globex, id]);
  await check(trial.globex, id);
  expect(await holder('vouched.test')).toBe(trial.globex.tenant.id);
});

test('what points here is nobody’s without a proof', async () => {
  trial.dns.set('dangling.test', 'CNAME', 'acme.platform.test');
  const id = await addDomain(trial.globex, 'dangling.test');
  expect(await check(trial.globex, id)).toBe('unproved');
  trial.dns.set('_tenantry-challenge.dangling.test', 'TXT', `tenantry-verify=${'0'.repeat(32)}`);
  expect(await check(trial.globex, id)).toBe('unproved');
  expect((await getDomain(trial.globex, id)).status.note).toMatch(/another value/);
  // A proof for the name above or below is none for this one.
  const { token } = await getDomainRow(trial.globex, id);
  trial.dns.set('_tenantry-challenge.test', 'TXT', `tenantry-verify=${token}`);
  trial.dns.set('_tenantry-challenge.a.dangling.test', 'TXT', `tenantry-verify=${token}`);
  expect(await check(trial.globex, id)).toBe('unproved');
  expect(await holder('dangling.test')).toBeNull();
});

test('another tenant’s domain is not found, whatever is done to it', async () => {
  const id = await addDomain(trial.acme, 'mine.test');
  await prove([trial.acme, id]);
  for (const attempt of [checkDomain, removeDomain, makePrimary, getDomain]) {
    await expect(attempt(trial.globex, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect((await getDomain(trial.acme, id)).isVerified).toBe(false);
  expect(await holder('mine.test')).toBeNull();
});

test('one primary, among the verified', async () => {
  const ids = await Promise.all(
    ['a.one.test', 'b.one.test'].map((one) => addDomain(trial.acme, one)),
  );
  const [a = ''] = ids;
  await expect(makePrimary(trial.acme, a)).rejects.toThrow('Only a connected domain');
  for (const id of ids) {
    await prove([trial.acme, id]);
    await check(trial.acme, id);
  }
  await Promise.all([
    ...ids.map((id) => makePrimary(trial.acme, id)),
    ...ids.map((id) => check(trial.acme, id)),
  ]);
  const views = await listDomains(trial.acme);
  expect(views.filter(({ isPrimary }) => isPrimary)).toHaveLength(1);
  expect(await makePrimary(trial.acme, views[0]?.id ?? '')).toEqual({ cacheTags: [] });
  const { cacheTags } = await removeDomain(trial.acme, views[0]?.id ?? '');
  expect(cacheTags).toContain(`t:${trial.acme.tenant.id}`);
});

test('what cannot be added is refused beside its field', async () => {
  await addDomain(trial.acme, 'twice.test');
  await expect(addDomain(trial.acme, 'TWICE.test.')).rejects.toMatchObject({
    code: 'conflict',
    fields: { hostname: ['You have added this domain already.'] },
  });
  await expect(addDomain(trial.acme, 'co.uk')).rejects.toMatchObject({ code: 'bad_input' });
  await expect(addDomain(trial.acme, 'x.platform.test')).rejects.toMatchObject({
    code: 'bad_input',
  });
});

test('a site has so many domains and no more, added at once too', async () => {
  const names = Array.from({ length: mostDomains + 4 }, (_, n) => `n${n}.many.test`);
  const made = await Promise.allSettled(names.map((name) => addDomain(trial.acme, name)));
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostDomains);
});
