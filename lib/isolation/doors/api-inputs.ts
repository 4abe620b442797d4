import { randomBytes } from 'node:crypto';

/** The part of JSON Schema that bodies of the document are written in. */
export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  format?: string;
  minimum?: number;
  $ref?: string;
}

/** Finds what a `$ref` names. */
export type Resolve = (schema: Schema) => Schema;

/**
 * Makes a body that a schema takes, with all that is required and no more, where the document has no
 * example of it.
 *
 * @param named - gives the value of some properties, as ids of related records.
 */
export function inventBody(
  schema: Schema,
  resolve: Resolve,
  named: (property: string) => unknown = () => undefined,
): Record<string, unknown> {
  const { properties = {}, required = [] } = resolve(schema);
  const entries = required.map((name) => [
    name,
    named(name) ?? inventValue(properties[name] ?? {}, resolve),
  ]);
  return Object.fromEntries(entries);
}

function inventValue(given: Schema, resolve: Resolve): unknown {
  const schema = resolve(given);
  const { anyOf, enum: choices, items } = schema;
  const type = [schema.type ?? anyOf?.[0]?.type ?? 'string'].flat()[0];
  if (choices) return choices[0];
  if (type === 'object') return inventBody(schema, resolve);
  if (type === 'array') return items ? [] : [];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  return `walked-${randomBytes(4).toString('hex')}`;
}
