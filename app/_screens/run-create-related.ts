import { createRecord } from '@/lib/resources/create-record';
import { InvalidInput } from '@/lib/resources/invalid-input';
import { listChoices } from '@/lib/resources/list-choices';
import { readForm } from '@/lib/resources/read-form';
import type { Resource } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { textOf } from './form-data';
import { formFaults } from './form-faults';
import type { FormState, MadeRelated } from './screen-types';
import { typedValues } from './typed-values';

interface RelatedTarget {
  /** The resource in whose form the picker stands, and its field. */
  from: Resource;
  field: string;
  /** The resource of the new record. */
  resource: Resource;
}

/**
 * Makes a record that a picker has not got yet. No cache is forgotten in the answer itself, as a
 * save does: that would draw the page anew, under the form that is still being filled in. The event
 * tells every process of it, this one too.
 *
 * @returns the record as the picker shows it, or what to put right.
 * @throws AppError for all that is no fault of the input.
 */
export async function runCreateRelated(
  ctx: ResourceContext,
  { from, field, resource }: RelatedTarget,
  data: FormData,
): Promise<FormState | MadeRelated> {
  try {
    const values = readForm(ctx, resource, data);
    const { id } = await createRecord(ctx, resource, values, { once: textOf(data, '_once') });
    const rows = await listChoices(ctx, from, field, { chosen: [id] });
    const label = rows.find((row) => row.id === id)?.label ?? '';
    return { made: { id, label } };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const errors = formFaults(error, resource);
    return { attempt: crypto.randomUUID(), typed: typedValues(data), errors };
  }
}
