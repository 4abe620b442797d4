import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleDb } from '../db/console-db';
import { env } from '../env';
import { asSystem } from '../resources/as-system';
import { readListQuery } from '../resources/list-query';
import { listRecords } from '../resources/list-records';
import type { ResourceContext } from '../resources/resource-context';
import { getTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';
import { addTenant } from './add-tenant';
import { changeStatus } from './change-status';
import { countTenants } from './count-tenants';
import { findTenants } from './find-tenants';
import { readTenant } from './read-tenant';
import { findConsoleResource } from './registry';
import { tenantsResource } from './resources/tenants';
import { usersResource } from './resources/users';

let trial: ConsoleTrial;
let ctx: ResourceContext & Parameters<typeof addTenant>[0];
beforeAll(async () => {
  trial = await consoleTrial();
  // Sealing the audit log uses the pool of the process.
  env().DATABASE_URL = trial.database.appUrl;
  const session = await trial.openSession(trial.root);
  ctx = {
    tenant: null,
    db: consoleDb(session, trial.client),
    actor: { id: trial.root, name: 'Root' },
    requestId: 'request-7',
    can: () => true,
  };
});
afterAll(() => trial.end());

const list = async (resource: typeof tenantsResource, params: Record<string, string> = {}) => {
  const page = await listRecords(ctx, resource, readListQuery(resource, params));
  return page.records.map(({ values }) => values);
};
const slugs = async (params: Record<string, string>) =>
  (await list(tenantsResource, params)).map(({ slug }) => slug);

describe('in this order', () => {
  test('a tenant is added, with the person who did it in its audit log', async () => {
    const made = await addTenant(ctx, {
      slug: 'initech',
      name: 'Initech',
      ownerEmail: 'bill@initech.test',
      ownerName: 'Bill Lumbergh',
      domain: 'www.initech.test',
    });
    expect(await readTenant(ctx, made.tenant.id)).toMatchObject({
      slug: 'initech',
      status: 'active',
      placement: 'row',
      origin: 'http://initech.localhost:3000',
      owner: { name: 'Bill Lumbergh', email: 'bill@initech.test' },
      members: 1,
      domains: [{ hostname: 'www.initech.test', isVerified: true, status: { label: 'Connected' } }],
      activity: [
        { type: 'member.added', actor: 'Root', label: 'Bill Lumbergh' },
        { type: 'tenant.migrated', actor: 'Root', label: 'Initech' },
        { type: 'tenant.created', actor: 'Root', label: 'Initech' },
      ],
    });
  });
  test('and suspended, and brought back', async () => {
    const [found] = await findTenants(ctx, 'init');
    const id = found?.id ?? '';
    expect(await changeStatus(ctx, id, 'suspended')).toContain(`t:${id}`);
    expect((await getTenant(id)).status).toBe('suspended');
    expect(await countTenants(ctx)).toEqual({
      ...{ all: 3, active: 2, suspended: 1, maintenance: 0, deleted: 0 },
    });
    expect(await changeStatus(ctx, id, 'suspended')).toEqual([]);
    await changeStatus(ctx, id, 'active');
    const page = await readTenant(ctx, id);
    expect(page?.status).toBe('active');
    expect(page?.activity.slice(0, 2).map(({ type }) => type)).toEqual([
      'tenant.activated',
      'tenant.deactivated',
    ]);
  });
  test('the list is searched by name, slug and owner', async () => {
    expect(await slugs({ q: 'initech' })).toEqual(['initech']);
    expect(await slugs({ q: 'GLOB' })).toEqual(['globex']);
    expect(await slugs({ q: 'bill@init' })).toEqual(['initech']);
    expect(await slugs({ q: 'lumbergh' })).toEqual(['initech']);
    expect(await slugs({ q: '%' })).toEqual([]);
  });
  test('filtered, sorted and paged by place', async () => {
    await changeStatus(ctx, trial.acme.id, 'suspended');
    expect(await slugs({ status: 'suspended' })).toEqual(['acme']);
    expect(await slugs({ placement: 'schema' })).toEqual([]);
    expect(await slugs({ sort: 'slug' })).toEqual(['acme', 'globex', 'initech']);
    expect((await slugs({ sort: '-members' }))[0]).toBe('initech');
    const query = { ...readListQuery(tenantsResource, { sort: 'slug' }), perPage: 2 };
    const first = await listRecords(ctx, tenantsResource, query);
    const next = await listRecords(ctx, tenantsResource, { ...query, after: first.next });
    expect(next.records.map(({ values }) => values.slug)).toEqual(['initech']);
    expect(first.total).toEqual({ count: 3, kind: 'exact' });
  });
  test('people are listed with how many tenants they belong to, and no password', async () => {
    const people = await list(usersResource, { q: 'bill' });
    expect(people).toMatchObject([{ name: 'Bill Lumbergh', tenants: 1, isSuperuser: false }]);
    expect((await list(usersResource, { isSuperuser: 'true' })).map(({ name }) => name)).toEqual([
      'root',
    ]);
    expect(Object.keys(usersResource.fields)).not.toContain('passwordHash');
  });
});

test('what is no tenant has no page', async () => {
  expect(await readTenant(ctx, '99999999-9999-4999-8999-999999999999')).toBeNull();
  expect(await readTenant(ctx, "' or true --")).toBeNull();
});

test('none of it is offered or answered in a tenant', async () => {
  expect(findConsoleResource('posts')).toBeUndefined();
  const tenant = await getTenant(trial.globex.id);
  const inside = asSystem(tenantContext(tenant, { client: trial.client }));
  for (const resource of [tenantsResource, usersResource]) {
    const asked = listRecords(inside, resource, readListQuery(resource, {}));
    await expect(asked).rejects.toMatchObject({ code: 'not_found' });
  }
});
