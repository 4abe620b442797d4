import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Host, type RestTrial, restTrial } from '../testing/rest-trial';
import { platformDocument } from './document/platform-document';
import { tenantDocument } from './document/tenant-document';
import type { Operation } from './operation';
import { platformOperationList } from './platform-api';
import { tenantOperationList } from './tenant-api';

interface Documented {
  operationId: string;
  parameters?: { in: string; name: string; schema: { example?: string } }[];
  requestBody?: { content: { 'application/json': { example?: unknown } } };
  responses: Record<string, unknown>;
}

interface Document {
  info: { title: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Documented>>;
}

let trial: RestTrial;
beforeAll(async () => {
  trial = await restTrial();
});
afterAll(() => trial.end());

/** As a person does it in the page: reads the document, fills in what it shows, presses the button. */
async function tryExamples(
  host: Host,
  document: Document,
  operations: Operation<never>[],
  token: string,
) {
  const tried: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, told] of Object.entries(item)) {
      const ids = (told.parameters ?? []).filter((one) => one.in === 'path');
      const body = told.requestBody?.content['application/json']?.example;
      const isComplete =
        ids.every(({ schema }) => schema.example) && (!told.requestBody || body !== undefined);
      if (!isComplete) continue;
      const filled = path.replace('{id}', String(ids[0]?.schema.example));
      const answer = await trial.ask(host, method.toUpperCase(), filled, { token, body });
      expect(`${told.operationId} ${answer.status} ${answer.text}`).toMatch(/^\w+ 20[014] /);
      const declared = operations.find(({ id }) => id === told.operationId);
      const schema = declared?.answers[answer.status]?.schema;
      if (schema) expect(schema.parse(answer.json)).toEqual(answer.json);
      tried.push(told.operationId);
    }
  }
  return tried;
}

describe('the examples of the document', () => {
  test.each(['acme', 'globex'] as const)('work at %s as they stand', async (host) => {
    const document = JSON.parse(await tenantDocument(trial.tenants[host])) as Document;
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    const owner = host === 'acme' ? 'ada' : 'gus';
    const token = (await trial.signIn(host, owner)).access;
    const operations = tenantOperationList() as Operation<never>[];
    // Ada’s own credentials are the example; at globex she is nobody.
    const known = host === 'acme' ? document : withoutTokens(document);
    const tried = await tryExamples(host, known, operations, token);
    expect(tried).toEqual(
      expect.arrayContaining([
        'listPosts',
        'createPost',
        'getPost',
        'updatePost',
        'deletePost',
        'restorePost',
        'unpublishPost',
        'createTag',
        'updateTenant',
        'getMe',
        'listAudit',
      ]),
    );
  });

  test('work on the root host as they stand', async () => {
    const token = (await trial.signIn('root', 'root')).access;
    const document = JSON.parse(platformDocument()) as Document;
    const operations = platformOperationList as Operation<never>[];
    const tried = await tryExamples('root', document, operations, token);
    expect(tried).toEqual(expect.arrayContaining(['createToken', 'listTenants', 'createTenant']));
  });

  test('name nothing of another tenant', async () => {
    const [acme, globex] = await Promise.all([
      tenantDocument(trial.tenants.acme),
      tenantDocument(trial.tenants.globex),
    ]);
    const ids = (document: string) => new Set(document.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
    expect(ids(acme).size).toBe(3);
    expect(JSON.parse(acme).info.title).toBe('ACME Corporation API');
    expect(acme + globex).not.toContain('{{');
    for (const id of ids(acme)) expect(ids(globex)).not.toContain(id);
  });
});

describe('the platform’s part', () => {
  test('makes a tenant whose owner has tokens at once, suspends and activates it', async () => {
    const token = (await trial.signIn('root', 'root')).access;
    const ask = (method: string, path: string, body?: unknown) =>
      trial.ask('root', method, path, { token, body });
    const made = await ask('POST', '/platform/tenants', {
      slug: 'initech',
      name: 'Initech',
      ownerEmail: 'bill@example.com',
      ownerPassword: 'a password of his own',
    });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ slug: 'initech', owner: { isNew: true } });
    expect(made.json).not.toHaveProperty('password');
    const path = String(made.headers.get('location')).replace('/api/v1', '');
    expect((await ask('GET', path)).json).toMatchObject({ slug: 'initech', status: 'active' });
    expect((await ask('POST', `${path}/suspend`)).json.status).toBe('suspended');
    expect((await ask('POST', `${path}/activate`)).json.status).toBe('active');
    const again = await ask('POST', '/platform/tenants', {
      slug: 'initech',
      name: 'Twice',
      ownerEmail: 'ada@example.com',
    });
    expect(again.status).toBe(422);
    const users = await ask('GET', '/platform/users?q=bill');
    expect(users.json.data).toMatchObject([{ email: 'bill@example.com' }]);
    expect(users.text).not.toContain('argon2');
  });

  test('gives a tenant to another owner, and to nobody', async () => {
    const token = (await trial.signIn('root', 'root')).access;
    const path = `/platform/tenants/${trial.tenants.globex.tenant.id}/transfer`;
    const ask = (body: unknown, as = token) => trial.ask('root', 'POST', path, { token: as, body });
    const nobody = await ask({ toEmail: 'nobody@example.com' });
    expect([nobody.status, nobody.json.errors]).toEqual([
      422,
      [{ path: 'toEmail', message: 'Nobody has an account with this email.' }],
    ]);
    expect((await ask({ toEmail: 'bob@example.com' })).json).toMatchObject({ slug: 'globex' });
    expect((await ask({ toEmail: 'bob@example.com' })).status).toBe(422);
    expect((await ask({ toEmail: 'gus@example.com', remove: true })).status).toBe(200);
    const owner = (await trial.signIn('globex', 'gus')).access;
    expect((await ask({ toEmail: 'bob@example.com' }, owner)).status).toBe(401);
  });

  test('leaves the password of somebody who has an account alone', async () => {
    const token = (await trial.signIn('root', 'root')).access;
    const made = await trial.ask('root', 'POST', '/platform/tenants', {
      token,
      body: {
        slug: 'second',
        name: 'Second',
        ownerEmail: 'cleo@example.com',
        ownerPassword: 'a new one for her',
      },
    });
    expect(made.json.owner.isNew).toBe(false);
    expect((await trial.signIn('acme', 'cleo')).access).toBeTruthy();
  });

  test('ends with the session, and with being a superuser', async () => {
    const pair = await trial.signIn('root', 'root');
    const ask = () => trial.ask('root', 'GET', '/platform/tenants', { token: pair.access });
    expect((await ask()).status).toBe(200);
    // The last one could not be demoted.
    await trial.owner`
      insert into platform.users (email, name, is_superuser) values ('other@x.test', 'Other', true)`;
    await trial.owner`update platform.users set is_superuser = false where email = 'root@example.com'`;
    expect((await ask()).status).toBe(401);
    await trial.owner`update platform.users set is_superuser = true where email = 'root@example.com'`;
    await trial.ask('root', 'POST', '/token/revoke', { body: { token: pair.refresh } });
    expect((await ask()).status).toBe(401);
  });
});

function withoutTokens(document: Document): Document {
  const { '/token': _, ...paths } = document.paths;
  return { ...document, paths };
}
