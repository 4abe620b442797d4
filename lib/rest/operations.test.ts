import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { apiBase } from './api-base';
import { openapiDocument } from './document/openapi-document';
import { platformApi, platformOperationList } from './platform-api';
import { tenantApi, tenantOperationList } from './tenant-api';

interface Document {
  openapi: string;
  paths: Record<string, Record<string, DocumentedOperation>>;
}

interface DocumentedOperation {
  operationId: string;
  parameters?: { in: string; name: string }[];
  responses: Record<string, unknown>;
  security: object[];
}

const tokens = ['createToken', 'refreshToken', 'verifyToken', 'revokeToken'];

/** What is public is told here once more: one more makes this test fail. */
const kinds = [
  {
    kind: 'tenant',
    operations: tenantOperationList(),
    app: tenantApi(),
    reads: ['getTenant', 'searchPosts', 'listPosts', 'getPost', 'listTags', 'getTag'],
  },
  { kind: 'platform', operations: platformOperationList, app: platformApi(), reads: [] },
];

describe.each(kinds)('the API of the $kind', ({ operations, app, reads }) => {
  const info = { title: 'Title', description: 'Words' };
  const document = openapiDocument(operations as never, info) as unknown as Document;
  const documented = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

  test('names a right for each operation, or says that it is public', () => {
    const permissionShape = /^(public|account\.use|[a-z-]+(\.[a-z-]+)?\.(read|write|delete))$/;
    for (const { id, permission } of operations)
      expect([id, permission]).toEqual([id, expect.stringMatching(permissionShape)]);
    const open = operations.filter(({ permission }) => permission === 'public');
    expect(open.map(({ id }) => id)).toEqual([...tokens, ...reads]);
  });

  test('changes nothing for who is nobody, but for tokens', () => {
    const writes = operations.filter(({ method }) => method !== 'get');
    const open = writes.filter(({ permission }) => permission === 'public');
    expect(open.every(({ isTokenOperation }) => isTokenOperation)).toBe(true);
    expect(writes.length).toBeGreaterThan(open.length);
  });

  test('has a document that is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const result = await new Validator().validate(structuredClone(document) as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('documents every route it has mounted, and no other', () => {
    // Middleware stands under the same route; each counts once.
    const mounted = app.hono.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const told = documented.map(({ method, path }) => `${method.toUpperCase()} ${apiBase}${path}`);
    expect([...new Set(mounted)].sort()).toEqual(told.sort());
  });

  test('documents what is always possible: too many requests, and no database', () => {
    for (const { operation } of documented) {
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '503']));
    }
  });

  test('documents an Idempotency-Key for every write of somebody signed in, and for nothing else', () => {
    const takes = documented.filter(({ operation }) =>
      operation.parameters?.some(({ name }) => name === 'idempotency-key'),
    );
    const writes = operations.filter((one) => one.method !== 'get' && !one.isTokenOperation);
    const idsOf = (ids: string[]) => ids.toSorted();
    expect(writes.length).toBeGreaterThan(2);
    expect(idsOf(takes.map(({ operation }) => operation.operationId))).toEqual(
      idsOf(writes.map(({ id }) => id)),
    );
  });

  test('gives every operation a name of its own', () => {
    const names = documented.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test('names every problem it refers to', () => {
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    const { components } = document as unknown as { components: Record<string, object> };
    expect(named.length).toBeGreaterThan(50);
    for (const [, kind = '', name = ''] of named) expect(components[kind]).toHaveProperty(name);
  });
});
