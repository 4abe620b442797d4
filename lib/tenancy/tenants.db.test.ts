import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import { env } from '../env';
import { TenantNotFound } from '../errors';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { tenantTag } from './cache-tags';
import { findTenantId } from './find-tenant-id';
import { getTenant } from './get-tenant';
import { setTenantStatus } from './life/set-tenant-status';
import { listDemoTenants } from './list-demo-tenants';

let database: TestDatabase;
let owner: Sql;
let db: ReturnType<typeof openOwnerDb>;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  db = openOwnerDb(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  // getTenant uses the pool of the process.
  env().DATABASE_URL = database.appUrl;
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
});
afterAll(async () => {
  await Promise.all([owner.end(), db.end(), client.end()]);
  await database.drop();
});
afterEach(async () => {
  await owner`delete from platform.domains`;
  await owner`delete from platform.events`;
  await owner`
    update platform.tenants set status = 'active', suspended_at = null, settings = '{}', metadata = '{}'`;
});

const addDomain = (hostname: string, tenant = acme, verified = true, primary = false) => owner`
  insert into platform.domains (tenant_id, hostname, verified_at, is_primary)
  values (${tenant.id}, ${hostname}, ${verified ? new Date() : null}, ${primary})`;
const bySlug = (slug: string) => findTenantId({ kind: 'slug', slug }, client);
const byDomain = (hostname: string) => findTenantId({ kind: 'domain', hostname }, client);

describe('a key is looked up', () => {
  test('by slug', async () => {
    expect(await bySlug('acme')).toBe(acme.id);
    expect(await bySlug('globex')).toBe(globex.id);
    expect(await bySlug('nobody')).toBeNull();
    expect(await bySlug("' or true --")).toBeNull();
  });
  test('by domain, exactly', async () => {
    await addDomain('blog.acme.test');
    expect(await byDomain('blog.acme.test')).toBe(acme.id);
    expect(await byDomain('acme.test')).toBeNull();
    expect(await byDomain('x.blog.acme.test')).toBeNull();
    expect(await bySlug('blog.acme.test')).toBeNull();
    expect(await byDomain('acme')).toBeNull();
  });
  test('a domain that is not verified is nobody, and reserves nothing', async () => {
    await addDomain('shop.test', acme, false);
    expect(await byDomain('shop.test')).toBeNull();
    await addDomain('shop.test', globex, true);
    expect(await byDomain('shop.test')).toBe(globex.id);
  });
  test('a verified domain belongs to one tenant', async () => {
    await addDomain('shop.test', acme);
    await expect(addDomain('shop.test', globex)).rejects.toMatchObject({ code: '23505' });
  });
  test('a suspended tenant is found, a deleted one is not', async () => {
    await owner`update platform.tenants set status = 'suspended' where id = ${acme.id}`;
    expect(await bySlug('acme')).toBe(acme.id);
    await owner`update platform.tenants set status = 'deleted' where id = ${acme.id}`;
    expect(await bySlug('acme')).toBeNull();
  });
});

describe('a tenant is read', () => {
  test('with defaults for what it has not decided', async () => {
    const tenant = await getTenant(acme.id);
    expect(tenant).toMatchObject({
      id: acme.id,
      slug: 'acme',
      name: 'ACME',
      status: 'active',
      suspendedAt: null,
      origin: 'http://acme.localhost:3000',
      primaryHost: 'acme.localhost:3000',
      placement: { schema: 'pool' },
    });
    expect(JSON.parse(JSON.stringify(tenant))).toEqual(tenant);
  });
  test('with its primary domain', async () => {
    await addDomain('other.acme.test');
    await addDomain('blog.acme.test', acme, true, true);
    await addDomain('blog.globex.test', globex, true, true);
    expect((await getTenant(acme.id)).origin).toBe('http://blog.acme.test:3000');
    expect((await getTenant(globex.id)).origin).toBe('http://blog.globex.test:3000');
  });
  test('a primary domain that is not verified gets no traffic', async () => {
    await addDomain('planned.test', acme, false, true);
    expect((await getTenant(acme.id)).primaryHost).toBe('acme.localhost:3000');
  });
  test.each([[['a']], ['text'], [7]])(
    'settings that are no object do no harm: %j',
    async (value) => {
      await owner`update platform.tenants set settings = ${owner.json(value as never)}`;
      expect((await getTenant(acme.id)).settings.theme).toBe('system');
    },
  );
  test('unless it is deleted, or is none', async () => {
    await owner`update platform.tenants set status = 'deleted' where id = ${acme.id}`;
    await expect(getTenant(acme.id)).rejects.toThrow(TenantNotFound);
    const nobody = '99999999-9999-4999-8999-999999999999';
    await expect(getTenant(nobody)).rejects.toThrow(TenantNotFound);
  });
});

describe('suspending and activating', () => {
  const eventsOf = async (tenant: MadeTenant) => {
    const rows = await owner`
      select type, cache_tags from platform.events where tenant_id = ${tenant.id} order by id`;
    return rows.map((row) => [row.type, row.cache_tags.includes(tenantTag(tenant.id))]);
  };

  test('changes one tenant, with the events that empty its caches', async () => {
    await setTenantStatus(db, { slug: 'acme' }, 'suspended');
    expect(await getTenant(acme.id)).toMatchObject({ status: 'suspended' });
    expect((await getTenant(acme.id)).suspendedAt).toMatch(/^\d{4}-.*Z$/);
    expect((await getTenant(globex.id)).status).toBe('active');
    await setTenantStatus(db, { slug: 'acme' }, 'active');
    expect(await getTenant(acme.id)).toMatchObject({ status: 'active', suspendedAt: null });
    expect(await eventsOf(acme)).toEqual([
      ['tenant.deactivated', true],
      ['tenant.activated', true],
    ]);
    expect(await eventsOf(globex)).toEqual([]);
  });
  test('again keeps the first time', async () => {
    await setTenantStatus(db, { slug: 'acme' }, 'suspended');
    const { suspendedAt } = await getTenant(acme.id);
    await setTenantStatus(db, { slug: 'acme' }, 'suspended');
    expect((await getTenant(acme.id)).suspendedAt).toBe(suspendedAt);
    expect(await eventsOf(acme)).toEqual([['tenant.deactivated', true]]);
  });
  test('of nobody, or of a deleted one, is refused and leaves no event', async () => {
    await expect(setTenantStatus(db, { slug: 'nobody' }, 'active')).rejects.toThrow(TenantNotFound);
    await owner`update platform.tenants set status = 'deleted' where id = ${acme.id}`;
    await expect(setTenantStatus(db, { slug: 'acme' }, 'active')).rejects.toThrow(TenantNotFound);
    expect(await eventsOf(acme)).toEqual([]);
  });
});

describe('the list on the root page', () => {
  test('shows active tenants of the demo, with verified domains', async () => {
    expect(await listDemoTenants(client)).toEqual([]);
    await owner`update platform.tenants set metadata = '{"demo": true}'`;
    await owner`update platform.tenants set status = 'suspended' where slug = 'globex'`;
    await addDomain('blog.acme.test');
    await addDomain('planned.acme.test', acme, false);
    expect(await listDemoTenants(client)).toEqual([
      {
        slug: 'acme',
        name: 'ACME',
        description: '',
        brandColor: '#3b4656',
        origin: 'http://acme.localhost:3000',
        domains: ['blog.acme.test'],
      },
    ]);
  });
});
