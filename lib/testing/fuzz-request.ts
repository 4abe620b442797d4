import fc from 'fast-check';
import {
  type Known,
  nastyText,
  nastyValue,
  type Schema,
  someOf,
  valueFor,
  wellFormed,
} from './json-arbitrary';

interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  schema: Schema;
}

/** An operation, as the document tells of it. */
export interface Documented {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, unknown>;
}

/** A request for an operation: parts as the document has them, some of them spoiled. */
export function requestOf(
  path: string,
  told: Documented,
  schemas: Record<string, Schema>,
  known: Known,
) {
  const parameters = told.parameters ?? [];
  const texts = (place: Parameter['in'], share: number) =>
    someOf(
      parameters
        .filter((one) => one.in === place)
        .map(({ name, schema }) => ({ name, share, value: textFor(schema, known) })),
    );
  const reference = told.requestBody?.content['application/json']?.schema;
  const schema = reference?.$ref ? schemas[reference.$ref.split('/').at(-1) ?? ''] : reference;
  return fc
    .record({
      params: texts('path', 1),
      query: texts('query', 0.12),
      odd: fc.option(
        fc.tuple(fc.constantFrom('tenantId', 'x', '__proto__', 'q'), nastyText(known)),
      ),
      headers: texts('header', 0.12),
      who: fc.nat(),
      body: schema ? bodyOf(schema, known) : fc.constant(undefined),
    })
    .map(({ params, query, odd, headers, ...rest }) => {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(String(params[name])),
      );
      const search = new URLSearchParams(query);
      // Where no query is read, there is nothing to refuse.
      if (odd && rest.who % 5 === 0 && parameters.some((one) => one.in === 'query'))
        search.set(...odd);
      return {
        ...rest,
        headers: Object.entries(headers).map(plainHeader),
        address: `${filled}?${search}`,
      };
    });
}

/** Headers are Latin letters, or there is no request. */
function plainHeader([name, value]: [string, string]): [string, string] {
  return [name, value.replaceAll(/[^\x21-\x7e]/g, '-') || '-'];
}

function textFor(schema: Schema, known: Known): fc.Arbitrary<string> {
  const good = valueFor(schema, known).map(String);
  return (
    fc
      .oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: nastyText(known) })
      .map(wellFormed)
      // With dots only it is another address.
      .filter((one) => !/^\.*$/.test(one))
  );
}

function bodyOf(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const good = valueFor(schema, known) as fc.Arbitrary<Record<string, unknown>>;
  const names = [...Object.keys(schema.properties ?? {}), 'tenantId', 'id', '__proto__'];
  const spoiled = fc
    .tuple(good, fc.constantFrom(...names), nastyValue(known))
    .map(([body, name, value]) => ({ ...body, [name]: value }));
  const broken = good.map((body) => JSON.stringify(body).slice(0, -1));
  return fc.oneof(
    { weight: 4, arbitrary: good },
    { weight: 4, arbitrary: spoiled },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: nastyValue(known) },
  );
}
