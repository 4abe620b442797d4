import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit } from '../audit/seal-audit';
import { shownAuditLog } from '../audit/shown-audit-log';
import { verifyAudit } from '../audit/verify-audit';
import { consoleAudit } from '../console/console-views';
import { consoleDb } from '../db/console-db';
import type { Job } from '../jobs/handler';
import { getTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { type RemovalTrial, removalTrial } from '../testing/removal-trial';
import { deleteOwnAccount } from './delete-own-account';
import { eraseInTenant } from './erase-in-tenant';

let trial: RemovalTrial;
let ada: string;
let email: string;
const authorId = '00000000-0000-4000-8000-00000000000a';

/** Somebody with a past in a tenant, who deletes their account with their name. */
beforeAll(async () => {
  trial = await removalTrial();
  const { owner, acme } = trial;
  ada = await trial.addOwner('Ada Lovelace', [], ['acme']);
  email = (await trial.userOf(ada)).email as string;
  await owner`
    insert into authors (id, tenant_id, slug, name, user_id)
    values (${authorId}, ${acme.id}, 'ada-lovelace', 'Ada Lovelace', ${ada})`;
  await owner`
    insert into posts (tenant_id, slug, title, author_id) values (${acme.id}, 'hers', 'Hers', ${authorId})`;
  const old = owner.json({ name: 'Ada Lovelace', slug: 'ada-lovelace', userId: ada });
  await owner`
    insert into revisions (tenant_id, resource, record_id, version, snapshot, actor_id, actor_name)
    values (${acme.id}, 'authors', ${authorId}, 1, ${old}, ${ada}, 'Ada Lovelace')`;
  await owner`
    insert into post_drafts (tenant_id, post_id, values, base_version, actor_id, actor_name)
    select tenant_id, id, '{}', 1, ${ada}, 'Ada Lovelace' from posts where slug = 'hers'`;
  await owner`
    insert into notifications (tenant_id, kind, title, body, audience, sender_id, sender_name, about_id)
    values (${acme.id}, 'broadcast', 'Lunch', 'At noon.', '{"all": true}', ${ada}, 'Ada Lovelace', null),
      (${acme.id}, 'invited', 'Ada Lovelace has joined', 'Ada!', '{"all": true}', null, '', ${ada})`;
  await owner`
    insert into notification_preferences (tenant_id, user_id, kind) values (${acme.id}, ${ada}, 'invited')`;
  const parties = {
    from: { id: ada, name: 'Ada Lovelace', email },
    changes: { owner: ['Ada Lovelace', 'x'] },
  };
  for (const [type, payload] of [
    ['post.created', { resource: 'posts', label: 'Hers' }],
    ['member.updated', { resource: 'members', label: 'Ada Lovelace', userId: ada }],
    ['tenant.transferred', { resource: 'tenants', label: 'ACME', ...parties }],
  ] as const) {
    await owner`
      insert into platform.events (tenant_id, type, actor_id, actor_name, payload)
      values (${acme.id}, ${type}, ${ada}, 'Ada Lovelace', ${owner.json(payload)})`;
  }
  const session = await trial.openSession(ada);
  await sealAudit(acme.id, trial.client);
  const given = { sites: [], erase: true, requestId: 'r1' };
  await deleteOwnAccount(session, given, trial.clients);
  await Promise.all([acme.id, null].map((id) => sealAudit(id, trial.client)));
});
afterAll(() => trial.end());

async function runJobs() {
  const rows = await trial.owner`
    select tenant_id, payload from platform.jobs where kind = 'person.erase'`;
  for (const { tenant_id, payload } of rows) {
    const tenant = await getTenant(tenant_id, trial.client);
    await eraseInTenant.run(tenantContext(tenant, { client: trial.client }), { payload } as Job);
  }
  return rows.map(({ tenant_id }) => tenant_id);
}

test('the account keeps its id, and neither name nor email nor a device', async () => {
  expect(await trial.userOf(ada)).toMatchObject({
    ...{ name: 'Former member', email: `erased-${ada}@erased.invalid`, password_hash: null },
    ...{ is_active: false, erased_at: expect.any(Date) },
  });
  expect(await trial.owner`select id from platform.sessions where user_id = ${ada}`).toEqual([]);
});

test('each tenant they wrote in takes the name out of its own rows, and no other tenant does', async () => {
  expect(await runJobs()).toEqual([trial.acme.id]);
  await runJobs();
  const rows = await trial.owner`
    select a.name, a.slug, r.snapshot ->> 'name' as was, r.actor_name, p.title
    from authors a join revisions r on r.record_id = a.id join posts p on p.author_id = a.id`;
  const name = 'Former member';
  expect(rows).toEqual([
    { name, slug: 'former-member-00000000', was: name, actor_name: name, title: 'Hers' },
  ]);
  expect(await trial.owner`select actor_name from post_drafts`).toEqual([{ actor_name: name }]);
  const said = await trial.owner`
    select title, body, sender_name as sender from notifications order by kind`;
  expect(said).toEqual([
    { title: 'Lunch', body: 'At noon.', sender: name },
    { title: name, body: '', sender: '' },
  ]);
  expect(await trial.owner`select from notification_preferences`).toHaveLength(0);
  const told = await trial.owner`
    select cache_tags from platform.events where type = 'author.updated'`;
  expect(told).toEqual([{ cache_tags: [`t:${trial.acme.id}:posts`] }]);
});

test('the audit log shows a former member, and can still be verified', async () => {
  const tenant = await getTenant(trial.acme.id, trial.client);
  const { db } = tenantContext(tenant, { client: trial.client });
  const shown = await db.read((tx) => tx.select().from(shownAuditLog));
  expect(shown.length).toBeGreaterThanOrEqual(4);
  expect(JSON.stringify(shown)).not.toMatch(/Lovelace|removal\.test/);
  expect(shown.find(({ type }) => type === 'post.created')).toMatchObject({
    ...{ actorName: 'Former member', label: 'Hers', actorId: ada },
  });
  expect(shown.find(({ type }) => type === 'tenant.transferred')?.label).toBe('ACME');
  const byConsole = consoleDb(await trial.openSession(trial.root), trial.clients);
  const all = await byConsole.read((tx) => tx.select().from(consoleAudit));
  expect(JSON.stringify(all)).not.toMatch(/Lovelace|removal\.test/);
  for (const id of [trial.acme.id, null]) {
    expect((await verifyAudit(byConsole, id)).fault).toBeNull();
  }
});

test('another tenant sees none of that log', async () => {
  const tenant = await getTenant(trial.globex.id, trial.client);
  const { db } = tenantContext(tenant, { client: trial.client });
  expect(await db.read((tx) => tx.select().from(shownAuditLog))).toEqual([]);
});

test('what was said of the deletion itself never had the name', async () => {
  const rows = await trial.owner`
    select actor_name, payload ->> 'label' as label from platform.events
    where type in ('user.deleted', 'user.erased', 'member.removed')`;
  expect(rows).toHaveLength(3);
  for (const row of rows)
    expect(row).toEqual({ actor_name: 'Former member', label: 'Former member' });
});
