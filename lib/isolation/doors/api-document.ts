import type { Ask } from '../routes/ask';
import type { Schema } from './api-inputs';

/** An operation as the document tells of it. */
export interface ApiOperation {
  id: string;
  method: string;
  /** With the base, as in /api/v1/posts/{id}. */
  path: string;
  query: string[];
  body: Schema | null;
  /** Takes a file. */
  isUpload: boolean;
  /** A body that works on the demo. */
  example: unknown;
  /** What it takes no token for is open to all; what takes one or none is open in part. */
  security: 'none' | 'optional' | 'required';
}

export interface ApiDocument {
  operations: ApiOperation[];
  resolve(schema: Schema): Schema;
}

interface Written {
  operationId: string;
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  security?: object[];
}

/**
 * Reads the document a host serves.
 *
 * @throws Error when there is none.
 */
export async function readApiDocument(ask: Ask, host: string): Promise<ApiDocument> {
  const { status, body } = await ask({ host, path: '/api/openapi.json' });
  if (status !== 200) throw new Error(`/api/openapi.json on ${host} answered ${status}`);
  const document = JSON.parse(body);
  const [{ url: base }] = document.servers;
  const operations = Object.entries(document.paths as Record<string, Record<string, Written>>);
  return {
    operations: operations.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, written]) => toOperation(base + path, method, written)),
    ),
    resolve(schema) {
      const name = schema.$ref?.split('/').at(-1);
      return name ? document.components.schemas[name] : schema;
    },
  };
}

function toOperation(path: string, method: string, written: Written): ApiOperation {
  const { operationId: id, parameters = [], requestBody, security = [] } = written;
  const content = requestBody?.content['application/json'];
  const isOpen = security.some((one) => Object.keys(one).length === 0);
  return {
    ...{ id, method: method.toUpperCase(), path },
    query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    body: content?.schema ?? null,
    isUpload: requestBody?.content['multipart/form-data'] !== undefined,
    example: content?.example,
    security: security.length === 0 ? 'none' : isOpen ? 'optional' : 'required',
  };
}
