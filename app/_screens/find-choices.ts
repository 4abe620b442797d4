import { z } from 'zod';
import { listChoices } from '@/lib/resources/list-choices';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import type { Choice } from '@/lib/ui/kit-types';

/** What a relation picker asks. */
export const choicesInput = z.strictObject({
  resource: z.string().max(100),
  field: z.string().max(100),
  text: z.string().max(200),
});

/** Gives the records a relation may name, by what was typed: only those of this tenant (D10). */
export async function findChoices(
  ctx: ResourceContext,
  resource: Resource,
  field: string,
  text: string,
): Promise<Choice[]> {
  const rows = await listChoices(ctx, resource, field, { q: text });
  return rows.filter(({ trashed }) => !trashed).map(({ id, label }) => ({ id, label }));
}
