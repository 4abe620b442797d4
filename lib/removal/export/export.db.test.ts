import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appClient } from '../../db/client';
import { env } from '../../env';
import type { Job } from '../../jobs/handler';
import { getTenant } from '../../tenancy/get-tenant';
import { tenantContext } from '../../tenancy/tenant-context';
import { type RemovalTrial, removalTrial } from '../../testing/removal-trial';
import { exportAccount } from './export-account';
import { exportFromTenant } from './export-from-tenant';
import { askExport, readOwnExport } from './own-export';
import { streamExport } from './stream-export';

let trial: RemovalTrial;
let ada: string;
let session: string;
beforeAll(async () => {
  trial = await removalTrial();
  Object.assign(env(), {
    DATABASE_URL: trial.database.appUrl,
    AUTH_SECRET: 'a secret of at least thirty-two characters',
  });
});
afterAll(async () => {
  await appClient().end();
  await trial.end();
});

beforeEach(async () => {
  const { owner } = trial;
  await owner`delete from platform.jobs`;
  ada = await trial.addOwner('ada', [], ['acme', 'globex']);
  session = await trial.openSession(ada);
  for (const { id, slug } of [trial.acme, trial.globex]) {
    await owner`delete from posts where tenant_id = ${id}`;
    await owner`delete from media where tenant_id = ${id}`;
    await owner`
      insert into media (tenant_id, file_name, content_type, bytes, stored_bytes, width, height,
        sha256, created_by)
      select ${id}, ${slug} || '-' || n || '.png', 'image/png', 7, 7, 1, 1, n, p.id
      from unnest(array[${ada}::uuid, ${trial.root}::uuid]) with ordinality p(id, n)`;
    const [author] = await owner`
      insert into authors (tenant_id, slug, name, user_id)
      values (${id}, ${`ada-${ada}`}, 'Ada', ${ada}) returning id`;
    await owner`
      insert into posts (tenant_id, slug, title, body, author_id)
      select ${id}, 'hers-' || n, ${`Hers at ${slug}`}, 'Her words', ${author?.id}
      from generate_series(1, 60) n`;
  }
  await owner`
    insert into posts (tenant_id, slug, title, body, author_id)
    values (${trial.acme.id}, 'other', 'Of somebody else', 'No', ${trial.acme.authorId})`;
  await owner`
    insert into platform.events (tenant_id, type, actor_id, actor_name, payload) values
    (${trial.acme.id}, 'member.removed', ${ada}, 'ada', '{"resource": "members", "label": "Somebody Else"}'),
    (${trial.acme.id}, 'member.removed', ${trial.root}, 'root', '{"resource": "members", "label": "ada"}')`;
  await askExport({ userId: ada, sessionId: session }, 'r1', trial.clients);
});

async function runJobs() {
  const rows = await trial.owner`
    select tenant_id, payload from platform.jobs where kind like 'person.export%' order by id`;
  const done = [];
  for (const { tenant_id, payload } of rows) {
    const job = {
      ...{ payload, tenantId: tenant_id, signal: new AbortController().signal },
      progress: async () => {},
    } as unknown as Job;
    const own =
      tenant_id &&
      tenantContext(await getTenant(tenant_id, trial.client), { client: trial.client });
    done.push(
      await (own ? exportFromTenant.run(own, job) : exportAccount.run(job)).then(
        () => 'done',
        ({ name }) => name,
      ),
    );
  }
  return done;
}
const idOf = async () => (await readOwnExport(session, trial.clients))?.id ?? '';
async function download(sid = session, id?: string) {
  const stream = await streamExport(sid, id ?? (await idOf()), trial.clients);
  return JSON.parse(await new Response(stream).text());
}
const statesOf = async () =>
  (await readOwnExport(session, trial.clients))?.places.map(
    ({ name, state }) => `${name} ${state}`,
  );

test('holds their own of each site, in pieces, and nothing of other people', async () => {
  expect(await statesOf()).toEqual(['null waiting', 'ACME waiting', 'GLOBEX waiting']);
  expect(await runJobs()).toEqual(['done', 'done', 'done']);
  expect(await runJobs()).toEqual(['done', 'done', 'done']);
  expect(await statesOf()).toEqual(['null ready', 'ACME ready', 'GLOBEX ready']);
  const copy = await download();
  expect(copy.format).toBe('tenantry-person-export-1');
  const account = copy.parts.find(({ part }: Part) => part === 'account');
  expect(account).toMatchObject({
    profile: { id: ada, name: 'ada' },
    memberships: [{ site: 'acme', role: 'editor', isOwner: false }, { site: 'globex' }],
    sessions: [{ site: null, kind: 'browser' }],
  });
  const posts = copy.parts.flatMap(({ site, posts = [] }: Part) =>
    posts.map((post) => [site, post.title]),
  );
  expect(posts).toHaveLength(120);
  expect(posts.filter(([site]: string[]) => site === 'globex')).toHaveLength(60);
  const pictures = copy.parts.flatMap(({ pictures = [] }: Part) =>
    pictures.map(({ fileName, address }) => [fileName, address.split('/').at(-1)]),
  );
  expect(pictures.sort()).toEqual([
    ['acme-1.png', 'acme-1.png'],
    ['globex-1.png', 'globex-1.png'],
  ]);
  const acts = copy.parts.flatMap(({ site, acts = [] }: Part) =>
    acts.map(({ what }) => [site, what]),
  );
  expect(acts).toEqual(
    expect.arrayContaining([
      ['acme', 'member.removed'],
      [null, 'user.exported'],
    ]),
  );
  expect(acts.filter(([, what]: string[]) => what === 'member.removed')).toHaveLength(1);
  expect(JSON.stringify(copy)).not.toMatch(/Somebody Else|Of somebody else|root@|a hash/);
});
interface Part {
  part: string;
  site: string | null;
  posts?: { title: string }[];
  acts?: { what: string }[];
  pictures?: { fileName: string; address: string }[];
}

test.each([
  ['somebody else', async () => trial.openSession(await trial.addOwner('eve', [], ['acme']))],
  ['a superuser', async () => trial.openSession(trial.root)],
  ['their session on a tenant’s host', () => trial.openSession(ada, { tenant_id: trial.acme.id })],
  ['their session once it has ended', () => trial.openSession(ada, { revoked_at: new Date() })],
])('is not given to %s', async (_, open) => {
  await runJobs();
  const id = await idOf();
  const other = await open();
  await expect(download(other, id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await readOwnExport(other, trial.clients))?.id).not.toBe(id);
});

test('a download ends where they sign out, and does not look whole', async () => {
  await runJobs();
  const reader = (await streamExport(session, await idOf(), trial.clients)).getReader();
  await reader.read();
  await trial.owner`update platform.sessions set revoked_at = now() where id = ${session}`;
  const rest = async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read());
  };
  await expect(rest()).rejects.toThrow(/signed out/);
});

test('a site they were removed from tells nothing, before and after it was asked', async () => {
  const leave = (id: string) => trial.owner`
    delete from platform.memberships where tenant_id = ${id} and user_id = ${ada}`;
  await leave(trial.acme.id);
  expect(await runJobs()).toEqual(['done', 'PermanentFailure', 'done']);
  await leave(trial.globex.id);
  const copy = await download();
  expect(copy.parts.map(({ part, site }: Part) => [part, site ?? null])).not.toContainEqual([
    'posts',
    'globex',
  ]);
  expect(JSON.stringify(copy)).not.toMatch(/Hers at/);
});

test('expires, and is gone once a new one is asked for or the account is deleted', async () => {
  await runJobs();
  const id = await idOf();
  await trial.owner`update platform.person_exports set expires_at = now() - interval '1 second' where id = ${id}`;
  await expect(download(session, id)).rejects.toMatchObject({ code: 'not_found' });
  await trial.client.query((sql) => sql`select platform.prune_exports(10)`);
  await askExport({ userId: ada, sessionId: session }, 'r1', trial.clients);
  const left = await trial.owner`select id from platform.person_exports where user_id = ${ada}`;
  expect(left).toHaveLength(1);
  expect(left[0]?.id).not.toBe(id);
  await trial.owner`select platform.remove_person(${ada}, null, '{}', false, 'x', 0, '')`;
  expect(await trial.owner`select from platform.person_exports where user_id = ${ada}`).toEqual([]);
});

test('is not asked for without an end, nor by a session of a tenant', async () => {
  const other = await trial.openSession(ada, { tenant_id: trial.acme.id });
  const asked = askExport({ userId: ada, sessionId: other }, 'r1', trial.clients);
  await expect(asked).rejects.toMatchObject({ code: 'not_signed_in' });
  const again = () => askExport({ userId: ada, sessionId: session }, 'r1', trial.clients);
  await again();
  await again();
  await again();
  await expect(again()).rejects.toMatchObject({ code: 'too_many' });
});
