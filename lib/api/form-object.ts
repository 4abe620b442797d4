import { z } from 'zod';
import { AppError } from '../errors';

/** A form's fields: a name that comes once is a text, one that comes again a list. */
export type FormValues = Record<string, string | string[]>;

const mostFields = 2000;
const mostCharacters = 1024 * 1024;

/**
 * Turns a posted form into plain values. Next's own fields and files are left out.
 *
 * @throws AppError bad_input for a form beyond all measure.
 */
export function formObject(form: FormData): FormValues {
  const fields = [...form.entries()].filter(([name]) => !name.startsWith('$ACTION'));
  const size = fields.reduce((sum, [name, value]) => sum + name.length + lengthOf(value), 0);
  if (fields.length > mostFields || size > mostCharacters) {
    throw new AppError('bad_input', 'This form is too large.');
  }
  const values = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    if (typeof value !== 'string') continue;
    const known = values.get(name);
    values.set(name, known === undefined ? value : [known, value].flat());
  }
  // Own properties throughout, `__proto__` too.
  return Object.fromEntries(values);
}

/** A field that may come not at all, once or often: always a list. */
export function formList<T extends z.ZodType>(item: T) {
  const listed = (value: unknown) => (value === undefined ? [] : [value].flat());
  return z.preprocess(listed, z.array(item).max(mostFields));
}

/** A checkbox: absent when it is not ticked. */
export const formCheckbox = z
  .enum(['on', 'true', '1'])
  .optional()
  .transform((value) => value !== undefined);

/** What may be shown again in a form that was refused: nothing secret. */
export function shownValues(values: FormValues): FormValues {
  const shown = Object.entries(values).filter(([name]) => !/password|secret|token/i.test(name));
  return Object.fromEntries(shown);
}

function lengthOf(value: FormDataEntryValue): number {
  return typeof value === 'string' ? value.length : value.size;
}
