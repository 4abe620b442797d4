import { listChoices } from '@/lib/resources/list-choices';
import type { ResourceRecord } from '@/lib/resources/record';
import type { Field, Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import type { Choice } from '@/lib/ui/kit-types';
import type { FormStart } from './field-specs';

/**
 * The first choices of every relation field, in one transaction.
 *
 * @param waiting - values that are shown instead of the record's own, as those of a draft.
 */
export async function firstChoices(
  ctx: ResourceContext,
  resource: Resource,
  fields: Field[],
  record: ResourceRecord | null,
  waiting: Record<string, unknown> = {},
): Promise<Record<string, Choice[]>> {
  const related = fields.filter(({ relation }) => relation !== null);
  if (related.length === 0) return {};
  return ctx.db.read(async () => {
    const lists = await Promise.all(
      related.map(async ({ name }) => {
        const own = (record?.related[name] ?? []).map((row) => row.id);
        const chosen = [...own, ...[waiting[name] ?? []].flat().map(String)];
        const rows = await listChoices(ctx, resource, name, { chosen });
        return [name, rows.filter(({ trashed }) => !trashed).map(toChoice)] as const;
      }),
    );
    return Object.fromEntries(lists);
  });
}

function toChoice({ id, label }: Choice): Choice {
  return { id, label };
}

/** What a new record starts with: the first state, and the person themselves where they can be chosen. */
export function guessedStart(
  ctx: ResourceContext,
  fields: Field[],
  choices: Record<string, Choice[]>,
): FormStart {
  const start: FormStart = { values: {}, chosen: {} };
  for (const field of fields) {
    if (field.kind === 'choice' && field.choices[0])
      start.values[field.name] = field.choices[0].value;
    if (field.kind !== 'relation' || !field.required) continue;
    const all = choices[field.name] ?? [];
    const own =
      all.find(({ label }) => label === ctx.actor?.name) ?? (all.length === 1 ? all[0] : null);
    if (!own) continue;
    start.values[field.name] = own.id;
    start.chosen[field.name] = [own];
  }
  return start;
}
