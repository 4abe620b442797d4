import { getRecord } from '../../resources/find-record';
import type { Resource } from '../../resources/resource';
import { runAction } from '../../resources/run-action';
import { ApiProblem } from '../answer/api-problem';
import { type Operation, operation } from '../operation';
import type { RestContext } from '../rest-context';
import { idKind, recordAnswer, recordGiven } from './record-operations';
import { recordSchema, typeName } from './record-shape';

/**
 * A verb that writes by itself, on one record. There is no version to match: what has changed
 * meanwhile is refused by the verb's own rules.
 *
 * @throws Error at start for a verb that the resource has not got.
 */
export function runningOperation(
  resource: Resource,
  path: string,
  name: string,
): Operation<RestContext> {
  const { singular, label: tag, permissions } = resource;
  const action = resource.actions[name];
  if (!action) throw new Error(`Resource ${resource.name} has no verb ${name}.`);
  return operation<RestContext>({
    id: `${name}${typeName(resource)}`,
    method: 'post',
    path: `${path}/{id}/${name}`,
    tag,
    summary: `${action.label} a ${singular}`,
    description: '409 where the verb makes no sense, as for what is done already.',
    permission: action.permission ?? permissions.write,
    rights: action.permission ? [permissions.write] : [],
    ids: idKind(resource),
    answers: { 200: recordAnswer(recordSchema(resource), `The ${singular} as it is now.`) },
    run: async ({ ctx, params }) => {
      const id = String(params.id);
      // First: what is not there is not found, and another's is not there.
      await getRecord(ctx, resource, id);
      const { left } = await runAction(ctx, resource, name, { ids: [id] });
      if (left[0]) throw new ApiProblem(409, left[0].why);
      return recordGiven(resource, await getRecord(ctx, resource, id));
    },
  });
}
