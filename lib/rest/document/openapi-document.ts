import { OpenAPIHono } from '@hono/zod-openapi';
import { problemSchema } from '../answer/problem-schema';
import { problemTitles } from '../answer/problem-titles';
import { apiBase } from '../api-base';
import type { Operation } from '../operation';
import { routeDocument } from './route-document';

/** Where the document is for, as its heading tells. */
export interface DocumentTitle {
  title: string;
  description: string;
  /** What the addresses of the API begin with; nothing unless the path names the tenant. */
  basePath?: string;
  /** Whether there are keys beside tokens: the root host has none. */
  apiKeys?: boolean;
}

/**
 * Writes the OpenAPI 3.1 document of some operations (S1.7). The server is an address without a
 * host: what reads it asks the host that it came from.
 */
export function openapiDocument(
  operations: Operation<never>[],
  { basePath = '', apiKeys = false, ...info }: DocumentTitle,
): object {
  const { openAPIRegistry: registry, getOpenAPI31Document } = new OpenAPIHono();
  registry.registerComponent('securitySchemes', 'accessToken', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The `access` of POST /token.',
  });
  if (apiKeys) {
    registry.registerComponent('securitySchemes', 'apiKey', {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'tnt_…',
      description:
        'A key made in the admin or at POST /api-keys, in the same header. It may do what its scopes say, as far as its maker may at that moment. Cookies are ignored where it is sent.',
    });
  }
  registry.registerComponent('securitySchemes', 'sessionCookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'session',
    description:
      'The session of whoever is signed in to this host in a browser. Its name depends on the installation. Changes must come from a page of this host.',
  });
  registry.register('Problem', problemSchema);
  for (const [status, title] of Object.entries(problemTitles)) {
    registry.registerComponent('responses', `Problem${status}`, problemResponse(status, title));
  }
  for (const operation of operations) {
    registry.registerPath(routeDocument(operation as unknown as Operation, { apiKeys }));
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name }));
  return withoutUnused(
    getOpenAPI31Document({
      openapi: '3.1.0',
      info: { ...info, version: '1' },
      servers: [{ url: basePath + apiBase }],
      tags,
    }),
  );
}

function problemResponse(status: string, title: string) {
  const wait = { description: 'Seconds to wait.', schema: { type: 'integer' as const } };
  return {
    description: title,
    ...((status === '429' || status === '503') && { headers: { 'Retry-After': wait } }),
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}

/** Problems that no operation gives are not listed. */
function withoutUnused(document: ReturnType<OpenAPIHono['getOpenAPI31Document']>): object {
  const used = JSON.stringify(document.paths);
  const responses = Object.entries(document.components?.responses ?? {}).filter(([name]) =>
    used.includes(`"#/components/responses/${name}"`),
  );
  return {
    ...document,
    components: { ...document.components, responses: Object.fromEntries(responses) },
  };
}
