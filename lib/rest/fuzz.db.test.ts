import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Documented, requestOf } from '../testing/fuzz-request';
import type { Known, Schema } from '../testing/json-arbitrary';
import { type AskOptions, type RestTrial, restTrial } from '../testing/rest-trial';
import { openapiDocument } from './document/openapi-document';
import type { Operation } from './operation';
import { platformOperationList } from './platform-api';
import { tenantOperationList } from './tenant-api';

const runs = { numRuns: 80, seed: 20_261_121, interruptAfterTimeLimit: 10_000 };
const document = (operations: Operation<never>[]) =>
  openapiDocument(operations, { title: 'x', description: 'x' }) as {
    paths: Record<string, Record<string, Documented>>;
    components: { schemas: Record<string, Schema> };
  };
const tenantOperations = tenantOperationList() as Operation<never>[];
const platformOperations = platformOperationList as Operation<never>[];

let trial: RestTrial;
let tokens: (string | undefined)[];
let root: string;
let known: Known;
let foreign: { ids: string[]; words: string[] };
beforeAll(async () => {
  trial = await restTrial();
  const access = async (host: 'acme' | 'root', name: string) =>
    (await trial.signIn(host, name)).access;
  // The owner twice: more of what she sends gets further.
  const ada = await access('acme', 'ada');
  tokens = [ada, ada, await access('acme', 'bob'), await access('acme', 'cleo'), undefined];
  root = await access('root', 'root');
  foreign = await readForeign();
  const rows = await trial.owner`
    (select id::text from posts where tenant_id = ${trial.tenants.acme.tenant.id} limit 3)
    union all (select id::text from tags where tenant_id = ${trial.tenants.acme.tenant.id} limit 3)
    union all (select id::text from platform.memberships
      where tenant_id = ${trial.tenants.acme.tenant.id} limit 1)
    union all (select id::text from platform.users where not is_superuser limit 1)
    union all (select id::text from platform.tenants limit 2)
    union all (select id::text from authors where tenant_id = ${trial.tenants.acme.tenant.id} limit 2)`;
  const entries = await trial.ask('acme', 'GET', '/audit', { token: ada });
  const made = [
    await makeOne(ada, '/roles', { name: 'Known', permissions: ['admin.enter', 'posts.read'] }),
    await makeOne(ada, '/groups', { name: 'Known' }),
    await makeOne(ada, '/invitations', { email: 'known@people.example', role: 'member' }),
    await makeOne(ada, '/api-keys', { name: 'Known', scopes: ['posts.read'] }),
  ];
  const { id: acme } = trial.tenants.acme.tenant;
  const others = await trial.owner`
    with picture as (insert into media
      (tenant_id, file_name, content_type, bytes, stored_bytes, width, height, sha256)
      values (${acme}, 'known.webp', 'image/webp', 9, 9, 3, 3, 'known') returning id),
    comment as (insert into comments (tenant_id, post_id, user_id, author_name, body, status)
      select tenant_id, id, gen_random_uuid(), 'Known', 'Known', 'held' from posts
      where tenant_id = ${acme} limit 1 returning id)
    select id::text from picture union all select id::text from comment`;
  made.push(...others.map(({ id }) => id));
  known = {
    // Mostly of this tenant.
    ids: [...rows, ...rows, ...rows]
      .map(({ id }) => id)
      .concat(made, made, made, foreign.ids.slice(0, 6)),
    numbers: entries.json.data.map(({ id }: { id: string }) => id),
    texts: ['published', 'true', 'today', '2026-01-01..', 'owner', 'active', 'UTC', '#aabbcc'],
  };
});
afterAll(() => trial.end());

/** What must stand in no answer of acme's: ids of globex, and words nobody else has. */
async function readForeign() {
  const { id } = trial.tenants.globex.tenant;
  const rows = await trial.owner`
    select id::text, title as word from posts where tenant_id = ${id}
    union all select id::text, null from tags where tenant_id = ${id}
    union all select id::text, name from authors where tenant_id = ${id} and name like 'Gus%'
    union all select id::text, null from platform.memberships where tenant_id = ${id}`;
  const own = await trial.owner`
    select title from posts where tenant_id = ${trial.tenants.acme.tenant.id}`;
  const shared = new Set(own.map(({ title }) => title));
  const words = rows.map(({ word }) => word).filter((word) => word && !shared.has(word));
  return { ids: rows.map((row) => row.id), words: [...words, 'gus@example.com', id] };
}

async function makeOne(token: string, path: string, body: object): Promise<string> {
  const { status, json } = await trial.ask('acme', 'POST', path, { token, body });
  if (status !== 201) throw new Error(`${path} made none: ${status} ${JSON.stringify(json)}`);
  return json.id;
}

const reached = new Map<string, Set<number>>();
/** What people of acme have written into it: they may read it again. */
let written = '';

async function judge(
  host: 'acme' | 'root',
  method: string,
  told: Documented,
  asked: { address: string; options: AskOptions },
): Promise<void> {
  const answer = await trial.ask(host, method, asked.address, asked.options);
  const { status, text, json } = answer;
  const seen = reached.get(`${host} ${told.operationId}`) ?? new Set();
  reached.set(`${host} ${told.operationId}`, seen.add(status));
  const about = `${told.operationId} ${status} ${text.slice(0, 300)}`;
  if (status >= 500) throw new Error(`It failed: ${about}`);
  if (!(status in told.responses)) throw new Error(`Not documented: ${about}`);
  if (status >= 400) {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({ type: 'about:blank', status, detail: expect.any(String) });
  } else if (text !== '') {
    const operations = host === 'acme' ? tenantOperations : platformOperations;
    const schema = operations.find(({ id }) => id === told.operationId)?.answers[status]?.schema;
    // Nothing is missing, and nothing is there of which the document does not tell.
    expect(schema?.parse(json)).toEqual(json);
  }
  if (host === 'root') return;
  const sent = JSON.stringify(asked) + written;
  if (status < 400 && asked.options.body) written += JSON.stringify(asked.options.body);
  const leaked = [...foreign.ids, ...foreign.words].filter(
    (one) => text.includes(one) && !sent.includes(one),
  );
  if (leaked.length > 0) throw new Error(`Another tenant’s ${leaked}: ${about}`);
}

const hosts = [
  { host: 'acme' as const, doc: document(tenantOperations) },
  { host: 'root' as const, doc: document(platformOperations) },
];

describe.each(hosts)('whatever is sent to $host', ({ host, doc }) => {
  const list = Object.entries(doc.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, told]) => ({ path, method, told, name: told.operationId })),
  );
  test.each(list)('$name gives a documented answer', async ({ path, method, told }) => {
    const requests = requestOf(path, told, doc.components.schemas, known);
    const property = fc.asyncProperty(requests, async ({ address, body, headers, who }) => {
      const token =
        host === 'root' ? [root, undefined][who % 4 === 3 ? 1 : 0] : tokens[who % tokens.length];
      const options = { token, body, headers: Object.fromEntries(headers) };
      await judge(host, method.toUpperCase(), told, { address, options });
    });
    await fc.assert(property, runs);
  });
});

test('the fuzz got inside: most operations were seen to succeed and to refuse', () => {
  const kinds = [...reached.values()].map((statuses) => {
    const all = [...statuses];
    return { good: all.some((one) => one < 400), bad: all.some((one) => one >= 400) };
  });
  expect(reached.size).toBe(tenantOperations.length + platformOperations.length);
  expect(kinds.filter(({ good }) => good).length).toBeGreaterThan(kinds.length * 0.6);
  expect(kinds.filter(({ bad }) => bad).length).toBeGreaterThan(kinds.length * 0.8);
});
