import type { Choice } from '@/lib/ui/kit-types';
import type { PlainField } from './field-specs';
import type { FormState } from './screen-types';

/**
 * A field as it looks after a refused save: with what was typed, and what is wrong with it.
 *
 * @param met - records whose labels are known beside those the field came with.
 */
export function refilled(
  field: PlainField,
  refusal: FormState | null,
  met: Iterable<Choice> = [],
): PlainField {
  if (!refusal) return field;
  const error = refusal.errors.find(({ name }) => name === field.name)?.message;
  const typed = refusal.typed[field.name];
  switch (field.kind) {
    case 'switch':
    case 'checkbox':
      return { ...field, error, defaultChecked: typed !== undefined };
    case 'media':
    case 'relation':
    case 'relations': {
      const ids = typed === undefined ? [] : [typed].flat();
      const known = [...(field.defaultValue ?? []), ...field.choices, ...met];
      const chosen = ids
        .filter((id) => id !== '')
        .map((id) => known.find((choice) => choice.id === id) ?? { id, label: 'Chosen before' });
      return { ...field, error, defaultValue: chosen };
    }
    default: {
      const text = typed === undefined ? '' : String([typed].flat().at(-1));
      return { ...field, error, defaultValue: text } as PlainField;
    }
  }
}
