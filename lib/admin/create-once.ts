import { createRecord } from '../resources/create-record';
import type { Resource, Values } from '../resources/resource';
import type { ResourceContext } from '../resources/resource-context';

/**
 * Creates a record, once for each form that was drawn: sent twice, the second one finds the record
 * of the first.
 *
 * @param key - drawn with the form. Without a good one the record is simply created.
 * @returns the id of the record, whichever of the two made it.
 */
export async function createOnce(
  ctx: ResourceContext,
  resource: Resource,
  key: string,
  values: Values,
): Promise<string> {
  const { id } = await createRecord(ctx, resource, values, { once: key });
  return id;
}
