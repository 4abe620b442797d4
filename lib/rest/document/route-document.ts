import type { RouteConfig } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { problemStatuses } from '../answer/problem-statuses';
import { isWrite, type Operation } from '../operation';

/** Tells of an operation as OpenAPI has it: what goes in, and every answer it can give. */
export function routeDocument(operation: Operation, { apiKeys = false } = {}): RouteConfig {
  const { id, method, path, tag, summary, permission } = operation;
  const signedIn = apiKeys ? [byToken, byKey, byCookie] : [byToken, byCookie];
  const security = permission === 'public' ? [{}, ...signedIn] : signedIn;
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    description: descriptionOf(operation),
    ...(operation.isTokenOperation ? { security: [] } : { security }),
    request: requestOf(operation),
    responses: { ...goodAnswers(operation), ...problems(operation) },
  };
}

const byToken = { accessToken: [] };
const byKey = { apiKey: [] };
const byCookie = { sessionCookie: [] };

function descriptionOf({ description = '', permission, rights = [] }: Operation): string {
  const needed = permission === 'public' ? rights : [permission, ...rights];
  const words: Record<string, string> = { 'account.use': 'Needs somebody signed in.' };
  const sentences = needed.map((right) => words[right] ?? `Needs the right \`${right}\`.`);
  return [description, ...sentences].filter(Boolean).join(' ');
}

function requestOf(operation: Operation): RouteConfig['request'] {
  const { path, query, body } = operation;
  const params = paramsOf(operation);
  return {
    ...(path.includes('{') && { params }),
    ...(query && { query }),
    ...(headersOf(operation) && { headers: headersOf(operation) }),
    ...(operation.isUpload && { body: uploadBody }),
    ...(body && {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: body,
            ...(operation.example?.body !== undefined && { example: operation.example.body }),
          },
        },
      },
    }),
  };
}

const uploadBody = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: z.object({
        file: z.string().openapi({ format: 'binary', description: 'The file.' }),
        alt: z
          .string()
          .max(500)
          .optional()
          .openapi({ description: 'What is to be seen, for people who do not see it.' }),
      }),
    },
  },
};

function paramsOf({ path, example, ids = 'uuid' }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const shape = names.map((name) => {
    const schema = ids === 'uuid' ? z.guid() : z.string().regex(/^[1-9]\d{0,14}$/);
    const value = example?.params?.[name];
    return [name, schema.openapi(value === undefined ? {} : { example: value })];
  });
  return z.object(Object.fromEntries(shape));
}

function headersOf(operation: Operation) {
  const shape = {
    ...(operation.hasEtag && {
      'if-none-match': header('An ETag you have; 304 when it is still the record’s.'),
    }),
    ...(operation.isVersioned && {
      'if-match': header('The ETag you read; 412 when the record has changed since.'),
    }),
    ...(isWrite(operation) && {
      'idempotency-key': header(
        'A name of your own for this request: sent again within a day, it gets the same answer and changes nothing more.',
      ),
    }),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

function header(description: string) {
  return z.string().optional().openapi({ description });
}

function goodAnswers({ answers }: Operation): RouteConfig['responses'] {
  const entries = Object.entries(answers).map(([status, { description, schema, headers }]) => [
    status,
    {
      description,
      ...(headers && { headers: headerDocs(headers) }),
      ...(schema && { content: { 'application/json': { schema } } }),
    },
  ]);
  return Object.fromEntries(entries);
}

function headerDocs(headers: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' as const } },
    ]),
  );
}

function problems(operation: Operation): RouteConfig['responses'] {
  const entries = problemStatuses(operation).map((status) => [
    status,
    { $ref: `#/components/responses/Problem${status}` },
  ]);
  return Object.fromEntries(entries);
}
