import '../testing/rest-environment';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prune } from '../jobs/housekeeping';
import { type AskOptions, type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let root: string;
beforeAll(async () => {
  trial = await restTrial();
  root = (await trial.signIn('root', 'root')).access;
});
afterAll(() => trial.end());

const post = (key: string, path: string, options: AskOptions = {}) =>
  trial.ask('root', 'POST', path, {
    token: root,
    headers: { 'idempotency-key': key },
    ...options,
  });
const make = (key: string, slug: string, more: object = {}, options: AskOptions = {}) => {
  const body = { slug, name: slug, ownerEmail: `${slug}@example.com`, ...more };
  return post(key, '/platform/tenants', { body, ...options });
};
const tenantsNamed = (slug: string) =>
  trial.owner`select id from platform.tenants where slug = ${slug}`;

describe('an Idempotency-Key on the root host', () => {
  test('makes one tenant and gives its answer again, with the password that is told once', async () => {
    const first = await make('k-1', 'umbrella');
    expect([first.status, first.json.password]).toEqual([201, expect.any(String)]);
    const again = await make('k-1', 'umbrella');
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await tenantsNamed('umbrella')).toHaveLength(1);
    const [kept] = await trial.owner`select * from platform.console_idempotency_keys`;
    expect(kept?.status).toBe(201);
    expect(JSON.stringify(kept)).not.toContain(first.json.password);
  });

  test('sent many times at once makes one tenant', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => make('k-2', 'stark')));
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await tenantsNamed('stark')).toHaveLength(1);
  });

  test('is refused for another request: other words, another address', async () => {
    const made = await make('k-3', 'wayne');
    expect((await make('k-3', 'wayne', { name: 'Other' })).status).toBe(422);
    expect((await post('k-3', `/platform/tenants/${made.json.id}/suspend`)).status).toBe(422);
    expect((await make('', 'empty')).status).toBe(400);
    expect((await make('a'.repeat(201), 'long')).status).toBe(400);
    expect(await tenantsNamed('empty')).toHaveLength(0);
  });

  test('of a verb keeps a repeat from being done again after somebody undid it', async () => {
    const { id } = (await make('k-4', 'cyberdyne')).json;
    const suspend = () => post('k-4-suspend', `/platform/tenants/${id}/suspend`);
    expect((await suspend()).json.status).toBe('suspended');
    expect((await post('k-4-activate', `/platform/tenants/${id}/activate`)).status).toBe(200);
    expect((await suspend()).headers.get('idempotency-replayed')).toBe('true');
    const [row] = await trial.owner`select status from platform.tenants where id = ${id}`;
    expect(row?.status).toBe('active');
    const events = await trial.owner`
      select type from platform.events where subject_id = ${id} and type = 'tenant.deactivated'`;
    expect(events).toHaveLength(1);
  });

  test('of a request that failed may be used again, and nothing of that one is left', async () => {
    const taken = await make('k-5', 'umbrella', { ownerEmail: 'new-owner@example.com' });
    expect(taken.status).toBe(422);
    const people = await trial.owner`
      select id from platform.users where email = 'new-owner@example.com'`;
    expect(people).toHaveLength(0);
    expect((await make('k-5', 'tyrell')).status).toBe(201);
  });

  test('is the person’s own, in whatever session, and no tenant’s', async () => {
    await trial.owner`update platform.users set is_superuser = true where email = 'cleo@example.com'`;
    const cleo = (await trial.signIn('root', 'cleo')).access;
    const first = await make('k-6', 'weyland');
    expect((await make('k-6', 'yutani', {}, { token: cleo })).status).toBe(201);
    const elsewhere = (await trial.signIn('root', 'root')).access;
    expect((await make('k-6', 'weyland', {}, { token: elsewhere })).text).toBe(first.text);
    await trial.owner`update platform.users set is_superuser = false where email = 'cleo@example.com'`;
    expect((await make('k-6', 'yutani', {}, { token: cleo })).status).toBe(401);
    expect(await trial.owner`select 1 from platform.idempotency_keys`).toHaveLength(0);
  });

  test('is forgotten after a day, by whoever asks again and by housekeeping', async () => {
    const age = () => trial.owner`
      update platform.console_idempotency_keys set created_at = now() - interval '25 hours'`;
    await make('k-7', 'soylent');
    await age();
    expect((await make('k-7', 'massive')).json.slug).toBe('massive');
    expect((await make('k-7', 'massive')).headers.get('idempotency-replayed')).toBe('true');
    await age();
    await prune(trial.client, AbortSignal.timeout(10_000));
    expect(await trial.owner`select 1 from platform.console_idempotency_keys`).toHaveLength(0);
  });
});
