import { expect } from 'vitest';
import { tenantApiTest } from '../testing/tenant-test/tenant-api-test';

const test = tenantApiTest({ rows: async () => {} });

test('people are invited, invited again and taken back through the API, by who may', async ({
  world,
  tenant,
  other,
  api,
  asOwner,
  asEditor,
}) => {
  const boss = api.as(asOwner);
  const body = { email: ' New@Example.com ', role: 'member', days: 30, message: 'Come!' };
  const made = await boss.post('/invitations', body);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ email: 'new@example.com', state: 'invited', role: 'Member' });
  const path = `/invitations/${made.json.id}`;
  expect((await boss.get(path)).json).toMatchObject({ roleKey: 'member', message: 'Come!' });
  expect((await boss.get('/invitations')).json.data).toHaveLength(1);
  expect(JSON.stringify((await boss.get(path)).json), 'never the link').not.toContain('/invite/');
  for (const who of [api, api.as(asEditor)]) {
    const answers = [
      await who.post('/invitations', body),
      await who.get('/invitations'),
      await who.get(path),
      await who.post(`${path}/resend`),
      await who.delete(path),
    ];
    for (const { status } of answers) expect([401, 403, 404]).toContain(status);
  }
  const [row] = await world.owner`
    insert into platform.invitations (tenant_id, email, role, invited_by, expires_at)
    values (${other.id}, 'theirs@example.com', 'member', ${other.people.owner.id}, now() + interval '1 day')
    returning id`;
  for (const answer of [
    await boss.get(`/invitations/${row?.id}`),
    await boss.post(`/invitations/${row?.id}/resend`),
    await boss.delete(`/invitations/${row?.id}`),
  ]) {
    expect(answer.status).toBe(404);
  }
  expect((await boss.post(`${path}/resend`)).status).toBe(409);
  await world.owner`
    update platform.invitations set sent_at = now() - interval '1 hour' where id = ${made.json.id}`;
  expect((await boss.post(`${path}/resend`)).status).toBe(200);
  expect((await boss.delete(path)).status).toBe(204);
  expect((await boss.delete(path)).status).toBe(409);
  expect((await boss.get(path)).json.state).toBe('revoked');
  for (const [wrong, status] of [
    [{ ...body, email: 'no address' }, 422],
    [{ ...body, email: 'a@b.test\r\nBcc: c@d.test' }, 422],
    [{ ...body, role: 'root' }, 422],
    [{ ...body, days: 365 }, 422],
    [{ ...body, email: tenant.people.editor.email }, 422],
  ] as const) {
    expect((await boss.post('/invitations', wrong)).status, JSON.stringify(wrong)).toBe(status);
  }
});
