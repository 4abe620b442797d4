import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from '../../env';
import { type DoctorTrial, doctorTrial } from '../../testing/doctor-trial';
import { startMailServer } from '../../testing/mail-server';
import { missingRedis, startRedisServer } from '../../testing/redis-server';

let trial: DoctorTrial;
beforeAll(async () => {
  trial = await doctorTrial();
});
beforeEach(() => trial.prepare());
afterAll(() => trial.end());
const doctor = (...args: string[]) => trial.doctor(...args);
const findings = () => trial.findings();

describe('what depends on others is named with its remedy', () => {
  test('domains that wait, fail, lead nowhere and are not looked at', async () => {
    const week = { pending_since: new Date(Date.now() - 8 * 86_400_000) };
    const served = { verified_at: new Date(), proved_at: new Date() };
    const add = (hostname: string, row: object) =>
      trial.owner`insert into platform.domains ${trial.owner({ tenant_id: trial.acme.id, hostname, ...row } as never)}`;
    // A trigger keeps the application from this.
    await trial.owner.unsafe('alter table platform.domains disable trigger user');
    await add('first.acme.test', { ...week, is_primary: true });
    await trial.owner.unsafe('alter table platform.domains enable trigger user');
    await add('waits.acme.test', week);
    await add('fails.acme.test', { ...served, failing_since: new Date() });
    await add('late.acme.test', { ...served, next_check_at: new Date(Date.now() - 3_600_000) });
    await add('hosted.acme.test', { ...served, hosting_state: 'failed', hosting_note: 'taken' });
    await add('new.acme.test', { next_check_at: new Date() });
    const found = await findings();
    await trial.owner`delete from platform.domains`;
    expect(found.domains).toEqual([
      'fault',
      expect.stringMatching(/^1 domain was .* (59|60|61) minutes ago, .*WORKER=on/),
      expect.stringMatching(
        /^A record of fails.*is gone since.*domain verify --tenant acme --domain fails/,
      ),
      expect.stringMatching(/^first.*primary domain of acme, and is not verified.*domain primary/),
      expect.stringMatching(/^The hosting platform does not serve hosted.*taken.*VERCEL_TOKEN/),
      expect.stringMatching(/^waits.*for more than 7 days.*domain remove --tenant acme/),
    ]);
  });

  test('a Redis and a mail server that are away, without their passwords in the words', async () => {
    Object.assign(env(), {
      REDIS_URL: 'redis://:hunter2@127.0.0.1:1/0',
      SMTP_URL: 'smtp://post:hunter2@127.0.0.1:1',
    });
    const { code, out, err } = await doctor();
    Object.assign(env(), { REDIS_URL: undefined, SMTP_URL: undefined });
    expect([code, err]).toEqual([1, 'error: 2 faults found.\n']);
    expect(out).toContain('REDIS_URL leads nowhere');
    expect(out).toContain('The mail server of SMTP_URL could not be reached');
    expect(out).not.toContain('hunter2');
  });

  test('a bucket that is away', async () => {
    Object.assign(env(), { S3_BUCKET: 'files', S3_ENDPOINT: 'http://127.0.0.1:1' });
    Object.assign(env(), { S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'hunter2' });
    const found = await findings();
    const none = { S3_BUCKET: undefined, S3_ENDPOINT: undefined };
    Object.assign(env(), none, { S3_ACCESS_KEY_ID: undefined, S3_SECRET_ACCESS_KEY: undefined });
    expect(found.storage).toEqual([
      'fault',
      expect.stringMatching(/^The bucket files cannot be used: .*ECONNREFUSED.*S3_ENDPOINT/),
    ]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test('an Elasticsearch that is away, an index that could not be made, and posts it refused', async () => {
    const { owner, acme } = trial;
    await owner`
      insert into platform.search_indexes (tenant_id, placement, fault)
      values (${acme.id}, 'shared', 'The search engine has no room for another index.')`;
    await owner`
      insert into platform.search_entries (tenant_id, post_id, version, dead_at)
      values (${acme.id}, gen_random_uuid(), 1, now())`;
    const sound = await findings();
    env().ELASTICSEARCH_URL = 'http://elastic:hunter2@127.0.0.1:1';
    const { search } = await findings();
    env().ELASTICSEARCH_URL = undefined;
    await owner`delete from platform.search_entries`;
    await owner`delete from platform.search_indexes`;
    expect(sound.search).toBeUndefined();
    expect(search).toEqual([
      'fault',
      expect.stringMatching(/^The search engine does not answer\. .* > .*ELASTICSEARCH_URL/),
      expect.stringMatching(/index of acme .* no room for another.*reindex --tenant acme/),
      expect.stringMatching(/refuses 1 post of acme.* > .*under Search/),
    ]);
    expect(search?.join()).not.toContain('hunter2');
  });

  test('a mail server that does not know us; one that does is sound', async () => {
    const server = await startMailServer({
      authOptional: false,
      onAuth: ({ password }, _, done) =>
        password === 'right' ? done(null, { user: 'post' }) : done(new Error('No such user')),
    });
    const asked = async (password: string) => {
      env().SMTP_URL = `smtp://post:${password}@127.0.0.1:${server.port}`;
      return (await findings()).mail;
    };
    const [wrong, right] = [await asked('wrong'), await asked('right')];
    env().SMTP_URL = undefined;
    await server.stop();
    expect(wrong?.[1]).toMatch(/did not accept the user and password of SMTP_URL.* > See that/);
    expect(right).toBeUndefined();
  });

  test.skipIf(missingRedis())('a Redis that is there is sound', async () => {
    const server = await startRedisServer();
    env().REDIS_URL = server.url;
    const found = await findings();
    env().REDIS_URL = undefined;
    await server.stop();
    expect(found.redis).toBeUndefined();
  });
});
