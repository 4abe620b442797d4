import { expect, test } from 'vitest';
import { inventBody, type Schema } from './api-inputs';

const parts: Record<string, Schema> = { '#/x': { type: 'integer', minimum: 3 } };
const resolve = (schema: Schema) => parts[schema.$ref ?? ''] ?? schema;

test('a body has what is required, of the right type, and no more', () => {
  const schema: Schema = {
    type: 'object',
    required: ['name', 'size', 'kind', 'open', 'tags', 'authorId'],
    properties: {
      name: { type: 'string' },
      size: { $ref: '#/x' },
      kind: { type: 'string', enum: ['a', 'b'] },
      open: { type: ['boolean', 'null'] },
      tags: { type: 'array', items: { type: 'string' } },
      authorId: { type: 'string' },
      more: { type: 'string' },
    },
  };
  const named = (name: string) => (name === 'authorId' ? 'an id' : undefined);
  expect(inventBody(schema, resolve, named)).toEqual({
    name: expect.stringMatching(/^walked-/),
    size: 3,
    kind: 'a',
    open: true,
    tags: [],
    authorId: 'an id',
  });
});
