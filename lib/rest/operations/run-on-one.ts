import { getRecord } from '../../resources/find-record';
import type { Resource } from '../../resources/resource';
import { runAction } from '../../resources/run-action';
import { ApiProblem } from '../answer/api-problem';
import type { Answer } from '../operation';
import type { RestContext } from '../rest-context';

/**
 * Runs a declared verb on one record, and answers that there is nothing to show.
 *
 * @throws AppError not_found where there is no such record; ApiProblem 409 where the verb refuses it.
 */
export async function runOnOne(
  ctx: RestContext,
  resource: Resource,
  verb: string,
  given: unknown,
): Promise<Answer> {
  const { id } = await getRecord(ctx, resource, String(given));
  const { left } = await runAction(ctx, resource, verb, { ids: [id] });
  if (left[0]) throw new ApiProblem(409, left[0].why);
  return { status: 204 };
}
