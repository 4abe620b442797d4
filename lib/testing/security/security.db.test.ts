import '../rest-environment';

import { expect } from 'vitest';
import { sealAudit } from '../../audit/seal-audit';
import { verifyAudit } from '../../audit/verify-audit';
import { consoleDb } from '../../db/console-db';
import { MixedScopes } from '../../db/mixed-scopes';
import { tenants } from '../../db/schema/platform';
import { tags } from '../../db/schema/tenant';
import { InvalidInput, NoPlatformRun, NoTenantBound, WrongTenant } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { drainJobs } from '../../jobs/drain-jobs';
import { enqueueJob } from '../../jobs/enqueue-job';
import { wire } from '../../jobs/wiring';
import { current } from '../../tenancy/context';
import { forEachTenant } from '../../tenancy/for-each-tenant';
import { runAsPlatform } from '../../tenancy/run-as-platform';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import type { ApiClient } from '../tenant-test/api-client';
import { enterAs } from '../tenant-test/enter-as';
import { tenantApiTest } from '../tenant-test/tenant-api-test';
import { testPassword } from '../tenant-test/test-tenant';
import { askRoot, credentialsOf } from './ask-root';
import { hashFaults } from './hash-faults';
import { noteJob } from './note-job';
import { textsForOperators, textsForOwner } from './shown-texts';
import { fillTables, tableLeaks } from './table-leaks';

// The security list this project was started from (S3.52). Each says what would make it fail.
const test = tenantApiTest();

// Fails when a membership is not read anew for each request, or rights are not asked for.
test('validate access', async ({
  world,
  api,
  otherApi,
  tenant,
  asEditor,
  asMember,
  asStranger,
}) => {
  const [post] = (await api.as(asEditor).get('/posts')).json.data;
  const change = async (client: ApiClient, title: string) =>
    (await client.patch(`/posts/${post.id}`, { title })).status;
  expect(await change(api, 'Of nobody')).toBe(401);
  expect(await change(api.as(asStranger), 'Of a stranger')).toBe(401);
  expect(await change(api.as(asMember), 'Of a member')).toBe(403);
  expect(await change(otherApi.as(asStranger), 'From the other host')).toBe(404);
  expect(await change(api.as(asEditor), 'Of an editor')).toBe(200);
  const editor = world.owner`tenant_id = ${tenant.id} and user_id = ${asEditor.viewer.userId}`;
  await world.owner`update platform.memberships set role = 'member', is_staff = false where ${editor}`;
  expect(await change(api.as(asEditor), 'Of who was demoted')).toBe(401);
  await world.owner`delete from platform.memberships where ${editor}`;
  expect(await change(api.as(asEditor), 'Of who was removed')).toBe(401);
  const kept = await world.owner`select title from posts where id = ${post.id}`;
  expect(kept).toEqual([{ title: 'Of an editor' }]);
});

// Fails when a list shows a column too many, an event or a row is not redacted, or a role is granted the hash.
test('secure credentials', async ({ world, api, asOwner, tenant }) => {
  const { owner, client } = world;
  const { id, slug, people } = tenant;
  const [{ hash } = { hash: '' }] = await owner`
    select password_hash as hash from platform.users where id = ${people.owner.id}`;
  const secret = 'a-secret-that-nobody-reads';
  const metadata = owner.json({ connection: { password: secret } });
  await owner`update platform.tenants set metadata = ${metadata} where id = ${id}`;
  const changes: Record<string, [unknown, unknown]> = { apiKey: [null, secret] };
  const event = { payload: { resource: 'settings', label: 'Keys', changes }, cacheTags: [] };
  await asOwner.db.write((tx) => recordEvent(tx, asOwner, { type: 'settings.updated', ...event }));
  const texts = [
    ...(await textsForOwner(api, asOwner)),
    ...(await textsForOperators(slug, { password: secret, token: secret })),
    JSON.stringify(await runAsTenant(id, (ctx) => ctx.tenant.raw)),
  ].join('\n');
  const told = [people.member.email, '"Keys"', 'apiKey', 'somebody signs in', 'connection', slug];
  for (const word of told) expect(texts).toContain(word);
  for (const word of [hash, secret, testPassword]) expect(texts).not.toContain(word);
  expect(await hashFaults(client)).toEqual(['42501', '42501']);
});

// Fails when the reason is written after the work or in one transaction with it, or the log can be changed.
test('audit cross-tenant operations', async ({ world, tenant, other }) => {
  const { owner, ownerDb: db, client } = world;
  const visited: string[] = [];
  const visit = () => forEachTenant(async (ctx) => void visited.push(ctx.tenant.id));
  const label = 'count what everybody has';
  const begin = async () => {
    const entered = await owner`
      select payload from platform.events where type = 'platform.entered'`;
    expect(entered).toMatchObject([{ payload: { label } }]);
    await visit();
    throw new Error('half way');
  };
  const actor = { id: other.people.owner.id, name: 'Somebody' };
  await expect(runAsPlatform(label, begin, { db, actor })).rejects.toThrow('half way');
  expect(visited.sort()).toEqual([tenant.id, other.id].sort());
  await expect(visit()).rejects.toThrow(NoPlatformRun);
  await expect(runAsPlatform(' ', visit, { db })).rejects.toThrow(InvalidInput);
  const inside = runAsTenant(tenant.id, () => runAsPlatform('from inside', visit, { db }));
  await expect(inside).rejects.toThrow(MixedScopes);
  expect(visited).toHaveLength(2);
  await sealAudit(null, client);
  const sealed = await owner`select label, actor_name as who from platform.audit_log`;
  expect(sealed).toContainEqual({ label, who: 'Somebody' });
  await expect(owner`update platform.audit_log set label = 'nothing'`).rejects.toThrow();
  await expect(owner`delete from platform.audit_log`).rejects.toThrow();
  expect(await verifyAudit(db, null)).toMatchObject({ fault: null });
});

// Fails when attempts or requests are not counted, or not by tenant: then the other one's door is shut too.
test('per-tenant rate limits', async ({ world, api, otherApi, tenant, other, asStranger }) => {
  const { email, id } = tenant.people.owner;
  const { owner } = world;
  await owner`insert into platform.memberships (tenant_id, user_id) values (${other.id}, ${id})`;
  await owner`
    update platform.quotas set most = 3, follows_default = false
    where name = 'requests' and tenant_id = ${other.id}`;
  const signIn = async (client: ApiClient, password: string) =>
    (await client.post('/token', { email, password })).status;
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect(await signIn(api, 'a wrong password')).toBe(401);
  }
  expect([await signIn(api, testPassword), await signIn(otherApi, testPassword)]).toEqual([
    429, 200,
  ]);
  const statuses: number[] = [];
  for (const client of [otherApi, otherApi.as(asStranger), otherApi, api]) {
    statuses.push((await client.get('/tenant')).status);
  }
  expect(statuses).toEqual([200, 200, 429, 200]);
});

// Fails when a table lacks a policy (one is taken away to see it), or the handle its filter.
test('isolation tests', async ({ world, asOwner, tenant: own, other }) => {
  const tables = await fillTables(world.owner, { own, other });
  expect(tables.map(({ name }) => name)).toContain('platform.memberships');
  expect(await tableLeaks(world, tables, own.id)).toEqual([]);
  await world.owner`alter table tags disable row level security`;
  const slugs = asOwner.db.read((tx) => tx.select({ of: tags.tenantId }).from(tags));
  expect(new Set((await slugs).map((row) => row.of))).toEqual(new Set([own.id]));
  expect(await tableLeaks(world, tables, own.id)).toEqual([
    'pool.tags shows rows of somebody else',
    'pool.tags shows rows where no tenant is bound',
  ]);
  await world.owner`alter table tags enable row level security`;
});

// Fails when a right in a tenant counts on the root host, or one of the platform on a tenant's (N8).
test('admin restricted to master', async ({ world, api, tenant, asOwner, asStranger }) => {
  const { owner, client } = world;
  expect(asOwner.viewer.membership).toMatchObject({ role: 'owner', isSuperuser: true });
  const [list, own] = ['/platform/tenants', credentialsOf(tenant.people.owner.email)];
  expect((await api.as(asOwner).get(list)).status).toBe(404);
  expect((await api.as(asOwner).get('/users')).status).toBe(404);
  expect((await askRoot('POST', '/token', { body: own })).status).toBe(401);
  const { access } = (await api.post('/token', own)).json;
  expect((await askRoot('GET', list, { token: access })).status).toBe(401);
  expect((await askRoot('GET', list, { cookie: asOwner.viewer })).status).toBe(403);
  const ofConsole = consoleDb(asOwner.viewer.sessionId, client);
  expect(await ofConsole.read((tx) => tx.select().from(tenants))).toEqual([]);
  const { userId, name, email } = asStranger.viewer;
  await owner`update platform.users set is_superuser = true where id = ${userId}`;
  const superuser = await enterAs({ id: userId, name, email }, tenant.id, client);
  expect([superuser.viewer.isSuperuser, superuser.can('admin.enter')]).toEqual([true, false]);
  const token = (await askRoot('POST', '/token', { body: credentialsOf(email) })).json.access;
  expect((await askRoot('GET', list, { token })).json.data).toHaveLength(2);
  expect((await api.get('/members', { authorization: `Bearer ${token}` })).status).toBe(401);
});

// Fails when a job inherits the tenant of the one before it, or anybody may say whose row it is.
test('validate context in handlers', async ({ world, api, asOwner, tenant, other }) => {
  const { owner, client } = world;
  expect(() => current()).toThrow(NoTenantBound);
  const inside = runAsTenant(tenant.id, () => runAsTenant(other.id, () => 'ran'));
  await expect(inside).rejects.toThrow(WrongTenant);
  const seen: string[][] = [];
  const note = noteJob(seen);
  const ask = (id: string) =>
    runAsTenant(id, (ctx) => ctx.db.write((tx) => enqueueJob(tx, note, { text: 'x' })));
  const wrong = { text: 'x', tenantId: other.id };
  await expect(asOwner.db.write((tx) => enqueueJob(tx, note, wrong))).rejects.toThrow(/tenantId/);
  for (const id of [tenant.id, other.id, tenant.id]) await ask(id);
  await owner`insert into platform.jobs (kind, payload) values ('note', '{"text": "x"}')`;
  await owner`update platform.tenants set status = 'deleted' where id = ${other.id}`;
  const { jobs } = await drainJobs(client, wire([], { jobs: [note] }));
  expect(jobs).toMatchObject({ done: 2, dead: 2 });
  expect(seen).toEqual([0, 1].map(() => [tenant.id, tenant.id]));
  const dead = await owner`
    select last_error as reason from platform.jobs where dead_at is not null`;
  expect(dead.map(({ reason }) => reason).sort()).toEqual([
    'It names no tenant, and its handler needs one.',
    `The tenant ${other.id} is gone.`,
  ]);
  const theirs = { name: 'Theirs', slug: 'theirs', tenantId: other.id };
  const created = asOwner.db.scoped(tags).create(theirs as never);
  await expect(created).rejects.toHaveProperty('fields.tenantId');
  expect((await api.as(asOwner).post('/tags', theirs)).status).toBe(422);
  expect(await owner`select from tags where slug = 'theirs'`).toHaveLength(0);
});
