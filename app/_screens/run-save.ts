import { redirect } from 'next/navigation';
import { showAtOnce } from '@/lib/api/show-at-once';
import { createRecord } from '@/lib/resources/create-record';
import { EditConflict } from '@/lib/resources/edit-conflict';
import { InvalidInput } from '@/lib/resources/invalid-input';
import { readForm } from '@/lib/resources/read-form';
import type { Resource, Values } from '@/lib/resources/resource';
import type { ResourceContext } from '@/lib/resources/resource-context';
import { runAction } from '@/lib/resources/run-action';
import { updateRecord } from '@/lib/resources/update-record';
import { withoutSeen } from '@/lib/resources/without-seen';
import { withDone } from './done-flash';
import { textOf } from './form-data';
import { formFaults } from './form-faults';
import { type DateWords, formatMoment } from './format-moment';
import type { FormState, Place } from './screen-types';
import { typedValues } from './typed-values';

interface SaveHooks {
  /** Runs once the record is saved, before its verb. */
  saved?(id: string): Promise<void>;
  /** What is said to have been done, where it is more than saving. */
  done?: string;
}

/**
 * Saves what a record's form sends: a new record without `_id`, else the one of that id over its
 * `_version`. `_intent` says where to go from there: `save`, `continue`, `another`, or `act:<name>`
 * for an action of the resource on what was just saved.
 *
 * @returns what to put right; it does not return from a save that worked, but redirects.
 * @throws AppError for all that is no fault of the input.
 */
export async function runSave(
  ctx: ResourceContext,
  resource: Resource,
  { base, dates }: Place,
  data: FormData,
  { saved: tell, done }: SaveHooks = {},
): Promise<FormState> {
  const values = readForm(ctx, resource, data);
  const intent = textOf(data, '_intent') || 'save';
  let saved: { id: string; done: string };
  try {
    saved = await save(ctx, resource, values, data);
    showAtOnce(resource.cacheTags(ctx.tenant, values));
    await tell?.(saved.id);
    if (done) saved.done = done;
    const verb = /^act:(.+)$/.exec(intent)?.[1];
    if (verb) saved.done = await act(ctx, resource, verb, saved.id);
  } catch (error) {
    const refused = refusalOf(error, resource, dates);
    if (!refused) throw error;
    const seen = textOf(data, '_version');
    return { ...refused, seen, attempt: crypto.randomUUID(), typed: typedValues(data) };
  }
  redirect(withDone(nextAddress(base, intent, saved.id), saved.done));
}

async function save(ctx: ResourceContext, resource: Resource, values: Values, data: FormData) {
  const id = textOf(data, '_id');
  if (!id) {
    // Drawn with the form: sent twice, it makes one record.
    const once = textOf(data, '_once');
    const { id: made } = await createRecord(ctx, resource, values, { once });
    return { id: made, done: 'created' };
  }
  // What the person saw, or, to save over somebody else, what they were told of.
  const version = Number(textOf(data, '_keep') || textOf(data, '_version'));
  const known = resource.has.version && Number.isInteger(version) ? version : null;
  await updateRecord(ctx, resource, id, known, withoutSeen(values, data));
  return { id, done: 'saved' };
}

async function act(ctx: ResourceContext, resource: Resource, verb: string, id: string) {
  const { done, left } = await runAction(ctx, resource, verb, { ids: [id] });
  if (left[0] && done.length === 0) {
    throw new InvalidInput({ fields: {}, general: [left[0].why] });
  }
  return verb;
}

function nextAddress(base: string, intent: string, id: string): string {
  if (intent === 'another') return `${base}/new`;
  return intent === 'save' ? base : `${base}/${id}`;
}

type Refusal = Pick<FormState, 'errors' | 'conflict'>;

function refusalOf(error: unknown, resource: Resource, dates: DateWords): Refusal | null {
  if (error instanceof InvalidInput) return { errors: formFaults(error, resource) };
  if (!(error instanceof EditConflict)) return null;
  const { by, at, fields, version } = error.conflict;
  return {
    errors: [],
    conflict: {
      who: by?.split(' ')[0] || 'Somebody',
      when: formatMoment(at, dates),
      fields: fields.map(({ label }) => label),
      version: String(version),
    },
  };
}
