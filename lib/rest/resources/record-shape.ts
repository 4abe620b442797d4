import { z } from '@hono/zod-openapi';
import type { ResourceRecord } from '../../resources/record';
import type { Field, Resource } from '../../resources/resource';

/**
 * Names of the fields that programs see: those a list shows and a form holds. A column that is in
 * neither stays inside, whatever it is.
 */
export function shownFields(resource: Resource): string[] {
  const { form, columns, filters, title, fields } = resource;
  const times = ['createdAt', 'updatedAt'];
  const named = [...form, ...columns, ...filters, title, ...times];
  return [...new Set(named)].filter((name) => name in fields && name !== 'tenantId');
}

/** A record with all its fields, as the document names it. */
export function recordSchema(resource: Resource, more: string[] = []): z.ZodObject {
  return shapeOf(resource, [...shownFields(resource), ...more]).openapi(typeName(resource));
}

/** A record as lists give it: without its long texts. */
export function rowSchema(resource: Resource): z.ZodObject {
  return shapeOf(resource, resource.columns).openapi(`${typeName(resource)}Row`);
}

/** As in `Post`. */
export function typeName({ singular }: Pick<Resource, 'singular'>): string {
  return pascal(singular);
}

/** As in `Posts`. */
export function pascal(words: string): string {
  return words.replaceAll(/(^|[^A-Za-z]+)([a-z])/g, (_, __, letter: string) =>
    letter.toUpperCase(),
  );
}

/** Puts a record into the form programs get. */
export function toJson(resource: Resource, names: string[], record: ResourceRecord) {
  const { id, label, version, deletedAt, values, related } = record;
  const named = names.filter((name) => resource.fields[name]?.relation);
  return {
    id,
    label,
    ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
    ...(named.length > 0 && {
      related: Object.fromEntries(
        named.map((name) => [
          name,
          (related[name] ?? []).map((row) => ({ id: row.id, label: row.label })),
        ]),
      ),
    }),
    ...(resource.has.version && { version }),
    ...(resource.has.trash && { deletedAt }),
  };
}

function shapeOf(resource: Resource, names: string[]): z.ZodObject {
  const fields = names.map((name) => resource.fields[name] as Field);
  const relations = fields.filter(({ relation }) => relation);
  return z.object({
    id: z.string(),
    label: z.string().openapi({ description: 'What people know it by.' }),
    ...Object.fromEntries(fields.map((field) => [field.name, valueSchema(field)])),
    ...(relations.length > 0 && { related: relatedSchema(relations) }),
    ...(resource.has.version && {
      version: z.int().openapi({ description: 'Counts the changes; the ETag is made of it.' }),
    }),
    ...(resource.has.trash && {
      deletedAt: time().nullable().openapi({ description: 'Since when it is in the trash.' }),
    }),
  });
}

function relatedSchema(relations: Field[]) {
  const row = z.object({ id: z.string(), label: z.string() });
  return z
    .object(Object.fromEntries(relations.map(({ name }) => [name, z.array(row)])))
    .openapi({ description: 'The records that fields name, by field.' });
}

function valueSchema(field: Field): z.ZodType {
  const schema = kindSchema(field);
  const described = field.help ? schema.openapi({ description: field.help }) : schema;
  return field.nullable ? described.nullable() : described;
}

function kindSchema({ kind, whole, choices }: Field): z.ZodType {
  switch (kind) {
    case 'number':
      return whole ? z.int() : z.number();
    case 'boolean':
      return z.boolean();
    case 'date':
      return time();
    case 'choice':
      // Others than today's may be stored.
      return choices.length > 0
        ? z.string().openapi({ examples: choices.map(({ value }) => value) })
        : z.string();
    case 'relations':
      return z.array(z.string());
    case 'json':
      return z.unknown();
    default:
      return z.string();
  }
}

function time() {
  return z.iso.datetime();
}
