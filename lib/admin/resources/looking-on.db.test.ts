import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPermission, type Role } from '../../auth/permissions';
import { createRecord } from '../../resources/create-record';
import { exportCsv } from '../../resources/export-csv';
import { findRecord } from '../../resources/find-record';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import type { Resource } from '../../resources/resource';
import { type SuiteTenant, suiteContext } from '../../resources/testing/suite-world';
import { trashRecords } from '../../resources/trash-records';
import { updateRecord } from '../../resources/update-record';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { adminResources } from '../registry';
import { auditResource } from './audit';
import { membersResource } from './members';
import { tagsResource } from './tags';

let tenants: TwoTenants;
let acme: SuiteTenant;
beforeAll(async () => {
  tenants = await openTwoTenants();
  ({ acme } = tenants);
  const { owner, globex } = tenants;
  for (const [tenant, names] of [
    [acme, ['Ada', 'Bob', 'Cleo']],
    [globex, ['Gus']],
  ] as const) {
    for (const [at, name] of names.entries()) {
      const [user] = await owner`
        insert into platform.users (email, name) values
        (${`${name.toLowerCase()}@example.com`}, ${name}) returning id`;
      await owner`
        insert into platform.memberships (tenant_id, user_id, role, is_staff)
        values (${tenant.id}, ${user?.id}, ${at === 0 ? 'owner' : 'member'}, ${at === 0})`;
    }
    for (const n of [1, 2, 3]) {
      await owner`
        insert into platform.audit_log (id, tenant_id, seq, created_at, type, resource, label,
          actor_name, payload, previous_hash, hash)
        values (${n + (tenant === acme ? 0 : 100)}, ${tenant.id}, ${n}, now(),
          ${n === 3 ? 'post.trashed' : 'post.created'}, 'posts', ${`${tenant.slug} ${n}`}, 'Ada',
          ${owner.json({ n })}, '', '')`;
    }
  }
});
afterAll(() => tenants.close());

const labels = async (resource: Resource, params: Record<string, string> = {}) => {
  const page = await listRecords(acme.ctx, resource, readListQuery(resource, params));
  return page.records.map(({ label }) => label);
};

describe('members', () => {
  test('are listed by name, searched and narrowed, in their own tenant alone', async () => {
    expect(await labels(membersResource)).toEqual(['Ada', 'Bob', 'Cleo']);
    expect(await labels(membersResource, { q: 'BOB@' })).toEqual(['Bob']);
    expect(await labels(membersResource, { role: 'owner' })).toEqual(['Ada']);
    expect(await labels(membersResource, { isStaff: 'false', sort: '-name' })).toEqual([
      'Cleo',
      'Bob',
    ]);
    expect(await labels(membersResource, { q: 'gus' })).toEqual([]);
  });

  test('are for looking at: nothing here makes one, changes one or takes one away', async () => {
    const page = await listRecords(acme.ctx, membersResource, readListQuery(membersResource, {}));
    const id = page.records[0]?.id ?? '';
    expect(page.records[0]?.version).toBeNull();
    expect(await findRecord(acme.ctx, membersResource, id)).not.toBeNull();
    expect(await findRecord(tenants.globex.ctx, membersResource, id)).toBeNull();
    for (const attempt of [
      () => createRecord(acme.ctx, membersResource, { role: 'owner' }),
      () => updateRecord(acme.ctx, membersResource, id, null, { role: 'owner' }),
      () => trashRecords(acme.ctx, membersResource, { ids: [id] }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('the audit log', () => {
  test('is read newest first, page by page, and narrowed by what was done', async () => {
    expect(await labels(auditResource)).toEqual(['acme 3', 'acme 2', 'acme 1']);
    expect(await labels(auditResource, { type: 'post.trashed' })).toEqual(['acme 3']);
    expect(await labels(auditResource, { actorName: 'Ada', createdAt: 'today' })).toHaveLength(3);
    expect(await labels(auditResource, { q: 'ACME 2' })).toEqual(['acme 2']);
    const query = { ...readListQuery(auditResource, {}), perPage: 2 };
    const first = await listRecords(acme.ctx, auditResource, query);
    const second = await listRecords(acme.ctx, auditResource, { ...query, after: first.next });
    expect(second.records.map(({ label }) => label)).toEqual(['acme 1']);
    const back = await listRecords(acme.ctx, auditResource, { ...query, before: second.previous });
    expect(back.records.map(({ label }) => label)).toEqual(['acme 3', 'acme 2']);
  });

  test('that cannot be brought up to date says so, and shows what it has', async () => {
    const { owner } = tenants;
    await owner`
      insert into platform.events (id, tenant_id, type) overriding system value
      values (1, ${acme.id}, 'post.created')`;
    const page = await listRecords(acme.ctx, auditResource, readListQuery(auditResource, {}));
    expect(page.records).toHaveLength(3);
    expect(page.notices).toEqual([expect.stringContaining('newest entries could not be added')]);
    await owner`delete from platform.events where id = 1`;
    const after = await listRecords(acme.ctx, auditResource, readListQuery(auditResource, {}));
    expect(after.notices).toEqual([]);
  });

  test('gives one entry with everything, and none of another tenant', async () => {
    const entry = await findRecord(acme.ctx, auditResource, '2');
    expect(entry).toMatchObject({
      id: '2',
      label: 'acme 2',
      values: { payload: { n: 2 }, seq: 2 },
    });
    for (const id of ['102', '-1', 'x', '9'.repeat(20), '2.5', '']) {
      expect(await findRecord(acme.ctx, auditResource, id), id).toBeNull();
    }
    let csv = '';
    for await (const part of exportCsv(acme.ctx, auditResource, readListQuery(auditResource, {}))) {
      csv += part;
    }
    expect(csv).toContain('acme 3');
    expect(csv).not.toContain('globex');
  });
});

test('a role sees what it may, and every resource asks', async () => {
  const seen = async (role: Role) => {
    const rights = { role, isStaff: role !== 'member', isSuperuser: false };
    const can = (permission: Parameters<typeof hasPermission>[1]) =>
      hasPermission(rights, permission);
    const ctx = suiteContext(tenants.client, acme.id, { can });
    const read = await Promise.allSettled(
      adminResources.map((one) => listRecords(ctx, one, readListQuery(one, {}))),
    );
    return adminResources
      .filter((_, at) => read[at]?.status === 'fulfilled')
      .map(({ name }) => name);
  };
  expect(await seen('owner')).toEqual(adminResources.map(({ name }) => name));
  expect(await seen('editor')).toEqual([
    ...['posts', 'tags', 'authors', 'media', 'comments', 'members'],
  ]);
  expect(await seen('member')).toEqual([]);
});

test('a resource of the platform is nowhere to be found in a tenant', async () => {
  const platform = { ...tagsResource, platformOnly: true };
  const query = readListQuery(platform, {});
  await expect(listRecords(acme.ctx, platform, query)).rejects.toMatchObject({ code: 'not_found' });
});
