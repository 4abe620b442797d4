import type { Field } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { rightsOf } from './list-acts';
import { singularOf } from './nouns';
import type { ScreenActions } from './screen-types';

/**
 * The relation fields whose records this person may make from the picker, with what one is called.
 * There is none for a table without a resource, or for one that is only to be looked at.
 */
export function creatableFields(
  ctx: ResourceContext,
  fields: Field[],
  related: ScreenActions['related'],
): Record<string, string> {
  const found = fields.flatMap(({ name, relation }) => {
    const target = relation && related?.resourceOf(relation);
    if (!target || target.isUploaded || target.form.length === 0 || !rightsOf(ctx, target).write)
      return [];
    return [[name, singularOf(target)] as const];
  });
  return Object.fromEntries(found);
}
