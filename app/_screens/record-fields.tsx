'use client';

import { FormField } from '@/lib/ui/form/form-field';
import type { PlainField } from './field-specs';
import { refilled } from './refilled';
import type { FormState } from './screen-types';
import type { useMetChoices } from './use-met-choices';
import { type CreatorProps, withCreator } from './with-creator';
import { withSearch } from './with-search';

interface RecordFieldsProps extends CreatorProps {
  fields: PlainField[];
  refusal: FormState | null;
  choices: ReturnType<typeof useMetChoices>;
  /** What is wrong besides what a save was refused for, by field. */
  faults?: Record<string, string>;
}

/** Fields of a record's form, with what was typed and what is wrong, and all that scripts add. */
export function RecordFields({
  fields,
  refusal,
  choices,
  faults = {},
  ...parts
}: RecordFieldsProps) {
  const { met, meet } = choices;
  return fields.map((field) => {
    const filled = refilled(field, refusal, met.values());
    const drawn = withCreator(withSearch(filled, { ...parts, meet }), parts, meet);
    const error = drawn.error ?? faults[field.name];
    return <FormField key={field.name} field={{ ...drawn, error } as PlainField} />;
  });
}
