import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import { type BulkOptions, type BulkResult, changeMany, type Selection } from './change-many';
import { changedValues } from './changes';
import { demand, demandRight } from './demand';
import type { Resource } from './resource';
import type { ResourceAction } from './resource-action';
import type { ResourceContext } from './resource-context';
import { settleValues } from './settle-values';
import { writeChange } from './write-change';

/**
 * Runs a declared verb, as in "publish", on one record or many.
 *
 * @throws AppError forbidden without the verb's own right; not_found for a verb there is not.
 */
export async function runAction(
  ctx: ResourceContext,
  resource: Resource,
  name: string,
  selection: Selection,
  options?: BulkOptions,
): Promise<BulkResult> {
  const action = actionOf(resource, name);
  const runs = 'run' in action;
  (runs ? demandRight : demand)(ctx, resource, 'write');
  if (action.permission && !ctx.can(action.permission)) {
    throw new AppError('forbidden', `You may not ${action.label.toLowerCase()} here.`);
  }
  if (runs) {
    const run = (tx: ScopedTx, ids: string[]) => action.run(tx, ctx, ids);
    return changeMany(ctx, resource, selection, { run, options });
  }
  return changeMany(ctx, resource, selection, {
    state: 'living',
    already: action.already,
    options,
    decide: (tx, records) =>
      records.map((before) => {
        const why = action.refuse?.(before);
        if (why) return { why };
        const changed = changedValues(before, settleValues(resource, action.set(before), before));
        const isChanged = Object.keys(changed).length > 0;
        return {
          write: async () => {
            if (isChanged) {
              await writeChange(tx, ctx, resource, { before, changed, verb: action.done });
            }
          },
        };
      }),
  });
}

function actionOf({ actions }: Resource, name: string): ResourceAction {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new AppError('not_found', 'There is no such action.');
  return action;
}
