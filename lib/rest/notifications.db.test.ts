import { expect } from 'vitest';
import { drain, notificationTest } from '../testing/notification-test';

const test = notificationTest();
const body = { title: 'Lunch', body: 'At noon.', audience: { all: true } };

test('a broadcast goes out through the API, is read through it, and is counted', async ({
  world,
  api,
  asOwner,
  asMember,
}) => {
  const boss = api.as(asOwner);
  const reader = api.as(asMember);
  const preview = await boss.post('/notifications/broadcast/preview', { audience: body.audience });
  expect(preview.json).toMatchObject({ recipients: 3 });
  const key = { 'idempotency-key': 'lunch-today' };
  const made = await boss.post('/notifications/broadcast', body, key);
  expect([made.status, made.json.recipients]).toEqual([201, 3]);
  expect(made.headers.get('location')).toContain(`/notifications/sent/${made.json.id}`);
  const again = await boss.post('/notifications/broadcast', body, key);
  expect(again.json).toEqual(made.json);
  await drain(world);
  const inbox = await reader.get('/notifications?unread=true');
  expect(inbox.json).toMatchObject({ unread: 1, next: null, hasMore: false });
  expect(inbox.json.data).toMatchObject([{ id: made.json.id, kind: 'broadcast', title: 'Lunch' }]);
  const ids = [made.json.id];
  expect((await reader.post('/notifications/read', { ids })).json).toEqual({ unread: 0 });
  expect((await reader.post('/notifications/unread', { ids })).json).toEqual({ unread: 1 });
  const { newest } = inbox.json;
  const all = await reader.post('/notifications/read-all', { upTo: newest });
  expect(all.json).toEqual({ unread: 0 });
  expect((await reader.get(`/notifications?after=${newest}`)).json.data).toEqual([]);
  const sent = await boss.get(`/notifications/sent/${made.json.id}`);
  expect(sent.json).toMatchObject({ status: 'sent', recipients: 3, delivered: 1, read: 1 });
  expect((await boss.get('/notifications/sent')).json.data).toHaveLength(1);
});

test('who may not send or see what was sent is refused, and strangers see nothing', async ({
  api,
  asOwner,
  asEditor,
  asMember,
  asStranger,
}) => {
  expect((await api.as(asEditor).post('/notifications/broadcast', body)).status).toBe(201);
  const { json } = await api.as(asOwner).post('/notifications/broadcast', body);
  for (const [who, status] of [
    [api, 401],
    [api.as(asMember), 403],
    [api.as(asStranger), 401],
  ] as const) {
    const answers = [
      await who.post('/notifications/broadcast', body),
      await who.post('/notifications/broadcast/preview', { audience: body.audience }),
      await who.get('/notifications/sent'),
      await who.get(`/notifications/sent/${json.id}`),
      await who.post(`/notifications/sent/${json.id}/cancel`),
    ];
    expect(answers.map((one) => one.status)).toEqual(answers.map(() => status));
  }
  for (const who of [api, api.as(asStranger)]) {
    expect((await who.get('/notifications')).status).toBe(401);
    expect((await who.post('/notifications/read', { ids: [] })).status).toBe(401);
  }
});

test('another tenant’s is not found, nor its people', async ({
  api,
  otherApi,
  asOwner,
  asStranger,
  other,
}) => {
  const theirs = await otherApi.as(asStranger).post('/notifications/broadcast', body);
  expect(theirs.status).toBe(201);
  const boss = api.as(asOwner);
  expect((await boss.get(`/notifications/sent/${theirs.json.id}`)).status).toBe(404);
  expect((await boss.post(`/notifications/sent/${theirs.json.id}/cancel`)).status).toBe(404);
  const users = [other.people.member.id];
  const refused = await boss.post('/notifications/broadcast', { ...body, audience: { users } });
  expect(refused.status).toBe(422);
});

test('what is to be sent later can be cancelled', async ({ api, asOwner }) => {
  const boss = api.as(asOwner);
  const scheduledFor = new Date(Date.now() + 3_600_000).toISOString();
  const { json } = await boss.post('/notifications/broadcast', { ...body, scheduledFor });
  const path = `/notifications/sent/${json.id}`;
  expect((await boss.get(path)).json).toMatchObject({ status: 'scheduled', scheduledFor });
  expect((await boss.post(`${path}/cancel`)).json).toMatchObject({ status: 'cancelled' });
  expect((await boss.post(`${path}/cancel`)).status).toBe(409);
});

test('wishes are read and changed; nonsense is refused', async ({ api, asOwner, asMember }) => {
  const reader = api.as(asMember);
  const preferences = [{ kind: 'published', inApp: true, email: 'digest' }];
  const changed = await reader.patch('/notifications/preferences', { preferences });
  expect(changed.json.data).toContainEqual(expect.objectContaining(preferences[0]));
  expect((await reader.get('/notifications/preferences')).json).toEqual(changed.json);
  const wrong: [string, unknown][] = [
    ['preferences', { preferences: [{ kind: 'broadcast', inApp: false }] }],
    ['preferences', { preferences: [{ kind: 'unheard', inApp: false }] }],
  ];
  for (const [path, given] of wrong) {
    expect((await reader.patch(`/notifications/${path}`, given)).status).toBe(422);
  }
  for (const given of [
    { ...body, title: '' },
    { ...body, body: 'x'.repeat(2001) },
    { ...body, href: 'https://evil.test' },
    { ...body, audience: {} },
    { ...body, audience: { all: true, users: [] } },
    { ...body, scheduledFor: '2020-01-01T00:00:00Z' },
    { ...body, tenantId: 'x' },
  ]) {
    const { status } = await api.as(asOwner).post('/notifications/broadcast', given);
    expect([JSON.stringify(given).slice(0, 80), status]).toEqual([expect.anything(), 422]);
  }
  for (const query of ['cursor=x', 'after=-1', 'unread=maybe', 'kind=x', 'tenantId=1']) {
    expect((await reader.get(`/notifications?${query}`)).status).toBe(400);
  }
});
