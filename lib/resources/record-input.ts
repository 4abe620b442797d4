import { z } from 'zod';
import { type FieldErrors, InvalidInput } from './invalid-input';
import type { Field, Resource, Values } from './resource';

const mostRelated = 100;

// Making a schema costs several times what a whole save costs (measured), and declarations stay.
const made = new WeakMap<Resource, Partial<Record<Mode, z.ZodObject>>>();

type Mode = 'create' | 'update';

/**
 * The shape of what may be given for a record, from its table and declaration. What the engine
 * fills in itself (id, tenant, version, times) is no part of it, and unknown fields are refused.
 *
 * @param mode - in a change every field may be missing, and stays as it is.
 */
export function recordInput(resource: Resource, mode: Mode): z.ZodObject {
  const known = made.get(resource) ?? {};
  known[mode] ??= makeInput(resource, mode);
  made.set(resource, known);
  return known[mode];
}

function makeInput(resource: Resource, mode: Mode): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const name of resource.form) {
    const field = resource.fields[name] as Field;
    const schema = field.nullable ? fieldSchema(field).nullable() : fieldSchema(field);
    shape[name] = mode === 'create' && field.required ? schema : schema.optional();
  }
  return z.strictObject(shape);
}

/**
 * Reads an input, times as ISO text in UTC.
 *
 * @throws InvalidInput with every fault at once.
 */
export function parseInput(resource: Resource, mode: Mode, input: unknown): Values {
  const parsed = recordInput(resource, mode).safeParse(withoutDates(input));
  if (!parsed.success) throw new InvalidInput(errorsOf(resource, parsed.error.issues));
  const values: Values = {};
  for (const [name, value] of Object.entries(parsed.data)) {
    if (value === undefined) continue;
    const { kind } = resource.fields[name] as Field;
    if (kind === 'date' && value !== null) values[name] = new Date(String(value)).toISOString();
    else if (kind === 'relations') values[name] = [...new Set((value as string[]).map(lower))];
    else values[name] = kind === 'relation' && value !== null ? lower(String(value)) : value;
  }
  return values;
}

const lower = (text: string) => text.toLowerCase();

function fieldSchema(field: Field): z.ZodType {
  const { label } = field;
  switch (field.kind) {
    case 'number':
      return numberSchema(field);
    case 'boolean':
      return z.boolean(`${label} is either on or off.`);
    case 'date':
      return z.iso
        .datetime({ offset: true, error: `${label} is not a date and time.` })
        .refine(isStorable, `${label} is too far away.`);
    case 'choice':
      return z.enum(
        field.choices.map(({ value }) => value) as [string, ...string[]],
        `${label} is not one of the choices.`,
      );
    case 'relation':
      return z.guid(field.required ? `${label} is missing.` : `${label} is not an id.`);
    case 'relations':
      return z
        .array(z.guid(`${label} has something in it that is not an id.`), `${label} is not a list.`)
        .max(mostRelated, `${label} has at most ${mostRelated} entries.`);
    case 'json':
      return z.json();
    default:
      return textSchema(field);
  }
}

function numberSchema({ label, whole, min, max }: Field): z.ZodType {
  const number = z.number(`${label} is not a number.`);
  const bounded = number
    .min(min ?? Number.MIN_SAFE_INTEGER, `${label} is at least ${min}.`)
    .max(max ?? Number.MAX_SAFE_INTEGER, `${label} is at most ${max}.`);
  return whole ? bounded.refine(Number.isInteger, `${label} is a whole number.`) : bounded;
}

// PostgreSQL takes no zero byte, and no half of a sign in JSON.
const unstorable = /[\0\p{Surrogate}]/u;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function textSchema(field: Field): z.ZodType {
  const { label, max, required } = field;
  const isLong = field.kind === 'longtext' || field.kind === 'markdown';
  const text = z.string(`${label} is ${required ? 'missing or ' : ''}not a text.`);
  const trimmed = isLong ? text : text.trim();
  const filled = required ? trimmed.min(1, `${label} is missing.`) : trimmed;
  const bounded = filled
    .max(
      max ?? 300_000,
      `${label} has at most ${(max ?? 300_000).toLocaleString('en')} characters.`,
    )
    .refine((value) => !unstorable.test(value), `${label} holds a sign that cannot be stored.`);
  if (field.kind === 'slug') {
    const words = `${label} is small letters, digits and single hyphens.`;
    return bounded.refine(
      (value) => isEmptyAllowed(field, value) || slugPattern.test(value),
      words,
    );
  }
  if (field.kind === 'email') {
    const isEmail = (value: string) => z.email().safeParse(value).success;
    return bounded.refine(
      (value) => (value === '' && !required) || isEmail(value),
      `${label} is not an email address.`,
    );
  }
  if (field.kind === 'color') {
    return bounded.refine(
      (value) => (value === '' && !required) || /^#[0-9a-f]{6}$/i.test(value),
      `${label} is a colour like #3b4656.`,
    );
  }
  return bounded;
}

/** An empty slug is made from another field. */
function isEmptyAllowed(field: Field, value: string): boolean {
  return value === '' && field.from !== null;
}

function isStorable(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** Code gives dates, the outside gives texts. */
function withoutDates(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const entries = Object.entries(input).map(([name, value]) => [
    name,
    value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value,
  ]);
  return Object.fromEntries(entries);
}

function errorsOf(resource: Resource, issues: z.core.$ZodIssue[]): FieldErrors {
  const errors: FieldErrors = { fields: {}, general: [] };
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '');
    const field = resource.fields[name];
    if (issue.code === 'unrecognized_keys') {
      const keys = issue.keys.slice(0, 5).map((key) => `“${key.slice(0, 40)}” cannot be set.`);
      errors.general.push(...keys);
    } else if (field) {
      const known = errors.fields[name] ?? [];
      if (!known.includes(issue.message)) errors.fields[name] = [...known, issue.message];
    } else errors.general.push('The fields of a record are needed.');
  }
  return errors;
}
