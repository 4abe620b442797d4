import type { ReactNode } from 'react';
import type { CreatorParts } from '@/lib/ui/form/relation-creator';
import type { Choice } from '@/lib/ui/kit-types';
import type { PlainField } from './field-specs';
import { RelatedRecord } from './related-record';
import type { RelatedActions, ScreenActions } from './screen-types';

export interface CreatorProps {
  /** The resource whose form the field stands in. */
  resource: string;
  findChoices: ScreenActions['choices'];
  related?: RelatedActions;
  /** Relation fields whose records may be made in passing, with what one is called. */
  creatable: Record<string, string>;
  preview?: (text: string) => Promise<ReactNode>;
}

/**
 * A relation field whose records this person may make gets the drawer for it.
 *
 * @param meet - is told what was made.
 */
export function withCreator(
  field: PlainField,
  { resource, findChoices, related, creatable, preview }: CreatorProps,
  meet: (choices: Choice[]) => void,
): PlainField {
  const noun = creatable[field.name];
  if (!related || !noun || (field.kind !== 'relation' && field.kind !== 'relations')) return field;
  const draw = ({ text, onMade }: CreatorParts) => (
    <RelatedRecord
      {...{ related, noun, text, findChoices, preview }}
      from={{ resource, field: field.name }}
      onMade={(made) => {
        meet([made]);
        onMade(made);
      }}
    />
  );
  return { ...field, creator: { noun, draw } };
}
