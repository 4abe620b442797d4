import { namesEtag } from '../../api/names-etag';
import { createRecord } from '../../resources/create-record';
import { findRecord, getRecord } from '../../resources/find-record';
import { notFound } from '../../resources/not-found';
import type { ResourceRecord } from '../../resources/record';
import { recordInput } from '../../resources/record-input';
import type { Resource } from '../../resources/resource';
import { columnOf } from '../../resources/table-columns';
import { updateRecord } from '../../resources/update-record';
import { tellsLocation, withLocation } from '../answer/with-location';
import {
  type Answer,
  type AnswerDoc,
  type Operation,
  type OperationExample,
  operation,
} from '../operation';
import { etagOf, requireMatch } from '../request/etag';
import type { RestContext } from '../rest-context';
import { lockedEtag } from './locked-etag';
import { type PublicRead, readsAll } from './public-read';
import { recordSchema, shownFields, toJson, typeName } from './record-shape';

/** Examples of one resource, by operation. */
export interface ResourceExamples {
  id?: string;
  create?: unknown;
  update?: unknown;
  /** By the name of the verb. */
  verbs?: Record<string, OperationExample>;
}

interface Options {
  /** Address of the list. */
  path: string;
  publicRead?: PublicRead;
  more: string[];
  examples: ResourceExamples;
}

/** GET of one, POST of a new one and PATCH. */
export function recordOperations(resource: Resource, options: Options): Operation<RestContext>[] {
  const schema = recordSchema(resource, options.more);
  const reading = [readOperation(resource, schema, options)];
  if (resource.readOnly) return reading;
  return [
    ...reading,
    ...(resource.isUploaded ? [] : [createOperation(resource, schema, options)]),
    updateOperation(resource, schema, options),
  ];
}

type Schema = AnswerDoc['schema'];

/** A good answer with a record and its ETag. */
export function recordAnswer(schema: Schema, description: string): AnswerDoc {
  return { description, schema, headers: { ETag: 'Names this state of the record.' } };
}

/** Gives a record with its ETag. */
export function recordGiven(
  resource: Resource,
  record: ResourceRecord,
  { status = 200, more = [] as string[] } = {},
): Answer {
  return {
    status,
    body: toJson(resource, [...shownFields(resource), ...more], record),
    headers: { etag: etagOf(record.id, record.version) },
  };
}

function readOperation(
  resource: Resource,
  schema: Schema,
  { path, publicRead, more, examples }: Options,
) {
  const { singular, label: tag, permissions } = resource;
  return operation<RestContext>({
    id: `get${typeName(resource)}`,
    method: 'get',
    path: `${path}/{id}`,
    tag,
    summary: `Get one ${singular}`,
    description: publicRead?.words,
    permission: publicRead ? 'public' : permissions.read,
    ids: idKind(resource),
    hasEtag: true,
    answers: {
      200: recordAnswer(schema, `The ${singular}.`),
      304: { description: 'It is as you have it.' },
    },
    example: withId(examples),
    run: async ({ ctx, params, call }) => {
      const record = await find(ctx, resource, String(params.id), publicRead);
      if (!record) throw notFound(resource);
      const etag = etagOf(record.id, record.version);
      if (namesEtag(call.req.header('if-none-match'), etag)) {
        return { status: 304, headers: { etag } };
      }
      return recordGiven(resource, record, { more });
    },
  });
}

function find(ctx: RestContext, resource: Resource, id: string, publicRead?: PublicRead) {
  if (!publicRead || readsAll(ctx, resource)) return findRecord(ctx, resource, id);
  return publicRead.find(ctx, resource, id);
}

function createOperation(resource: Resource, schema: Schema, { path, examples, more }: Options) {
  const { singular, label: tag, permissions } = resource;
  return operation<RestContext>({
    id: `create${typeName(resource)}`,
    method: 'post',
    path,
    tag,
    summary: `Make a ${singular}`,
    permission: permissions.write,
    body: recordInput(resource, 'create').openapi(`New${typeName(resource)}`),
    answers: {
      201: tellsLocation(recordAnswer(schema, 'It was made.')),
    },
    example: examples.create === undefined ? undefined : { body: examples.create },
    run: ({ ctx, body }) =>
      ctx.db.write(async () => {
        const { id } = await createRecord(ctx, resource, body);
        const made = await getRecord(ctx, resource, id);
        const given = recordGiven(resource, made, { status: 201, more });
        return withLocation(ctx, `${path}/${id}`, given);
      }),
  });
}

function updateOperation(resource: Resource, schema: Schema, { path, examples, more }: Options) {
  const { singular, label: tag, permissions } = resource;
  const example = withId(examples);
  return operation<RestContext>({
    id: `update${typeName(resource)}`,
    method: 'patch',
    path: `${path}/{id}`,
    tag,
    summary: `Change a ${singular}`,
    description:
      'What you do not name stays as it is. Without If-Match the last change wins; each is kept in the history.',
    permission: permissions.write,
    ids: idKind(resource),
    isVersioned: true,
    body: recordInput(resource, 'update').openapi(`${typeName(resource)}Changes`),
    answers: { 200: recordAnswer(schema, `The ${singular} as it is now.`) },
    example: example && examples.update ? { ...example, body: examples.update } : undefined,
    run: ({ ctx, params, body, call }) =>
      ctx.db.write(async (tx) => {
        const id = String(params.id);
        const etag = await lockedEtag(tx, resource, id, 'living');
        requireMatch(call.req.header('if-match'), etag);
        await updateRecord(ctx, resource, id, null, body);
        return recordGiven(resource, await getRecord(ctx, resource, id), { more });
      }),
  });
}

/** What the ids of a resource look like. */
export function idKind({ table }: Resource): 'uuid' | 'number' {
  return columnOf(table, 'id').columnType === 'PgUUID' ? 'uuid' : 'number';
}

function withId({ id }: ResourceExamples) {
  return id === undefined ? undefined : { params: { id } };
}
