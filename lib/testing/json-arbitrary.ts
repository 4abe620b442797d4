import fc from 'fast-check';

/** The part of JSON Schema that the API's document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** Values worth trying, by what is asked for. */
export interface Known {
  /** Ids that exist, here or elsewhere. */
  ids: string[];
  /** Ids that are numbers. */
  numbers: string[];
  /** Whatever else means something to a filter. */
  texts: string[];
}

/** Values that a schema allows, or nearly so: enough of them pass to get further inside. */
export function valueFor(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const type = [schema.type].flat().find((one) => one !== 'null');
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (type) {
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 50, 200) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, known), { maxLength: 3 });
    case 'object':
      return objectOf(schema, known);
    default:
      return textOf(schema, known);
  }
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known) {
  return someOf(
    Object.entries(properties).map(([name, one]) => ({
      name,
      value: valueFor(one, known),
      share: required.includes(name) ? 1 : 0.25,
    })),
  );
}

/** An object with some of its fields: a request that names all of them is seldom a good one. */
export function someOf<T>(
  fields: { name: string; value: fc.Arbitrary<T>; share: number }[],
): fc.Arbitrary<Record<string, T>> {
  const values = fields.map(({ value, share }) =>
    fc.oneof(
      { weight: Math.round((1 - share) * 100), arbitrary: fc.constant(undefined) },
      { weight: Math.round(share * 100), arbitrary: value },
    ),
  );
  return fc.tuple(...values).map((given) => {
    const entries = fields.map(({ name }, at) => [name, given[at]] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
      string,
      T
    >;
  });
}

function textOf({ format, pattern, maxLength = 60 }: Schema, known: Known): fc.Arbitrary<unknown> {
  if (format === 'uuid') {
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...known.ids) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  }
  if (format === 'date-time') {
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  }
  if (pattern?.includes('\\d')) return fc.constantFrom(...known.numbers);
  const odd = fc.string({ maxLength: Math.min(maxLength, 60), unit: 'grapheme' });
  return fc.oneof(
    { weight: 1, arbitrary: odd },
    { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{3,12}$/) },
    { weight: 1, arbitrary: fc.constantFrom(...known.texts) },
  );
}

/** Values that nobody should send: wrong types, too long, too deep, unstorable, injections. */
export function nastyValue(known: Known): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom<unknown>(...nasties, ...known.ids),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.jsonValue({ maxDepth: 4 }),
    fc.integer({ min: 1, max: 30 }).map((depth) => nested(depth)),
    fc.double(),
  );
}

/** The same as texts, for addresses. */
export function nastyText(known: Known): fc.Arbitrary<string> {
  return nastyValue(known).map((value) => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    return wellFormed(text).slice(0, 3000);
  });
}

/** Halves of characters cannot travel in an address. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

const nasties = [
  ...[null, true, 0, -1, 1e308, -0, Number.MAX_SAFE_INTEGER + 1, 2_147_483_648, '', ' ', '\0'],
  ...['\ud800', '\u202e', '\ufeff', 'null', 'undefined', 'NaN', '[object Object]', '../../etc'],
  ...[
    "' or 1=1 --",
    '"; drop table posts',
    '{{7*7}}',
    '<script>',
    '%',
    '%00',
    '%s%n',
    '\r\nX-A: b',
  ],
  ...['9999-12-31T23:59:59Z', '0000-00-00T00:00:00Z', '2026-02-30T00:00:00Z', '-infinity'],
  ...['a'.repeat(100), 'a'.repeat(5000), '😀'.repeat(200), {}, [], [[]], { tenantId: 'x' }, '{}'],
];

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) };
}
