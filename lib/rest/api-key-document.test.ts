import '../testing/rest-environment';

import { expect, test } from 'vitest';
import { openapiDocument } from './document/openapi-document';
import { platformDocument } from './document/platform-document';
import { tenantOperationList } from './tenant-api';

const document = openapiDocument(tenantOperationList(), {
  ...{ title: 't', description: 'd', apiKeys: true },
  // biome-ignore lint/suspicious/noExplicitAny: a document is what it is
}) as any;

test('the document of a tenant tells of keys beside tokens', () => {
  expect(document.components.securitySchemes.apiKey).toMatchObject({ scheme: 'bearer' });
  expect(document.paths['/posts'].post.security).toContainEqual({ apiKey: [] });
  expect(document.paths['/token'].post.security).toEqual([]);
  const { get, post } = document.paths['/api-keys'];
  expect([get.operationId, post.operationId]).toEqual(['listApiKeys', 'createApiKey']);
  const row = document.components.schemas.ApiKeyRow.properties;
  expect(row.scopes).toMatchObject({ type: 'array', items: { type: 'string' } });
  expect(JSON.stringify(document.components.schemas.ApiKey)).not.toMatch(/secret|hash/i);
});

test('the root host has none', () => {
  expect(platformDocument()).not.toContain('apiKey":[]');
});
