import type { BulkResult } from '../../resources/change-many';
import { deleteForever } from '../../resources/delete-forever';
import { getRecord } from '../../resources/find-record';
import type { Resource } from '../../resources/resource';
import type { SettingAction } from '../../resources/resource-action';
import { restoreRecords } from '../../resources/restore-records';
import { runAction } from '../../resources/run-action';
import { trashRecords } from '../../resources/trash-records';
import { ApiProblem } from '../answer/api-problem';
import { type Operation, operation } from '../operation';
import { requireMatch } from '../request/etag';
import type { RestContext } from '../rest-context';
import { lockedEtag } from './locked-etag';
import { idKind, type ResourceExamples, recordAnswer, recordGiven } from './record-operations';
import { recordSchema, typeName } from './record-shape';

/** DELETE, restore and the verbs a declaration has, each on one record. */
export function verbOperations(
  resource: Resource,
  path: string,
  examples: ResourceExamples,
): Operation<RestContext>[] {
  // What writes by itself has no version to match; the platform's operations are written beside this.
  const actions = Object.entries(resource.actions).flatMap(([name, action]) =>
    'set' in action ? [[name, action] as const] : [],
  );
  return [
    ...(resource.readOnly
      ? []
      : resource.has.trash
        ? trashOperations(resource, path, examples)
        : [deleteOperation(resource, path)]),
    ...actions.map(([name, action]) => actionOperation(resource, path, { name, action }, examples)),
  ];
}

/** Where there is no trash, it is for good. */
function deleteOperation(resource: Resource, path: string): Operation<RestContext> {
  const { singular, label: tag, permissions } = resource;
  return operation<RestContext>({
    id: `delete${typeName(resource)}`,
    method: 'delete',
    path: `${path}/{id}`,
    tag,
    summary: `Delete a ${singular} for good`,
    permission: permissions.delete,
    ids: idKind(resource),
    isVersioned: true,
    answers: { 204: { description: 'It is gone.' } },
    problems: [409],
    run: ({ ctx, params, call }) =>
      ctx.db.write(async (tx) => {
        const id = String(params.id);
        requireMatch(call.req.header('if-match'), await lockedEtag(tx, resource, id, 'living'));
        requireDone(await deleteForever(ctx, resource, { ids: [id] }));
        return { status: 204 };
      }),
  });
}

function trashOperations(
  resource: Resource,
  path: string,
  examples: ResourceExamples,
): Operation<RestContext>[] {
  const { singular, label: tag, permissions } = resource;
  const ids = idKind(resource);
  const base = { tag, ids, permission: permissions.delete, isVersioned: true } as const;
  const example = examples.id === undefined ? undefined : { params: { id: examples.id } };
  return [
    operation<RestContext>({
      ...base,
      id: `delete${typeName(resource)}`,
      method: 'delete',
      path: `${path}/{id}`,
      summary: `Move a ${singular} to the trash`,
      description: 'It leaves every list and page, and can be restored.',
      answers: { 204: { description: 'It is in the trash.' } },
      example,
      run: ({ ctx, params, call }) =>
        ctx.db.write(async (tx) => {
          const id = String(params.id);
          requireMatch(call.req.header('if-match'), await lockedEtag(tx, resource, id, 'living'));
          requireDone(await trashRecords(ctx, resource, { ids: [id] }));
          return { status: 204 };
        }),
    }),
    operation<RestContext>({
      ...base,
      id: `restore${typeName(resource)}`,
      method: 'post',
      path: `${path}/{id}/restore`,
      summary: `Take a ${singular} out of the trash`,
      answers: { 200: recordAnswer(recordSchema(resource), `The ${singular}, in use again.`) },
      example,
      run: ({ ctx, params, call }) =>
        ctx.db.write(async (tx) => {
          const id = String(params.id);
          requireMatch(call.req.header('if-match'), await lockedEtag(tx, resource, id, 'trash'));
          requireDone(await restoreRecords(ctx, resource, { ids: [id] }));
          return recordGiven(resource, await getRecord(ctx, resource, id));
        }),
    }),
  ];
}

function actionOperation(
  resource: Resource,
  path: string,
  { name, action }: { name: string; action: SettingAction },
  examples: ResourceExamples,
): Operation<RestContext> {
  const { singular, label: tag, permissions } = resource;
  const right = action.permission ?? permissions.write;
  return operation<RestContext>({
    id: `${name}${typeName(resource)}`,
    method: 'post',
    path: `${path}/{id}/${name}`,
    tag,
    summary: `${action.label} a ${singular}`,
    description: '409 where the verb makes no sense, as for what is done already.',
    permission: right,
    ids: idKind(resource),
    rights: right === permissions.write ? [] : [permissions.write],
    isVersioned: true,
    answers: { 200: recordAnswer(recordSchema(resource), `The ${singular} as it is now.`) },
    example: examples.verbs?.[name],
    run: ({ ctx, params, call }) =>
      ctx.db.write(async (tx) => {
        const id = String(params.id);
        requireMatch(call.req.header('if-match'), await lockedEtag(tx, resource, id, 'living'));
        requireDone(await runAction(ctx, resource, name, { ids: [id] }));
        return recordGiven(resource, await getRecord(ctx, resource, id));
      }),
  });
}

function requireDone({ left }: BulkResult): void {
  const [refused] = left;
  if (refused) throw new ApiProblem(409, refused.why);
}
