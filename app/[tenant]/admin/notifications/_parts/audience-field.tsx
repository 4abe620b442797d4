'use client';

import type { useMetChoices } from '@/app/_screens/use-met-choices';
import type { FormValues } from '@/lib/api/form-object';
import { Field } from '@/lib/ui/form/field';
import { RelationInput } from '@/lib/ui/form/relation-input';
import { SelectInput } from '@/lib/ui/form/select-input';
import { TextArea } from '@/lib/ui/form/text-area';
import type { Choice } from '@/lib/ui/kit-types';
import { findPeople } from '../actions';
import { peopleWords } from './broadcast-words';
import { type Draft, startOf } from './draft';
import { RadioCard } from './radio-card';
import { personChoice, type Reach } from './reach';

/**
 * Who gets it. What belongs to another choice is hidden by the styles alone, so that it works before
 * scripts run and without them.
 */
export function AudienceField({ reach, draft, values, errorOf, met, meet }: AudienceProps) {
  const start = startOf(values);
  const { groups, everyone } = reach;
  const card = (value: string, label: string, count?: number) => (
    <RadioCard name="audience" isChosen={start.audience === value} {...{ value, label, count }} />
  );
  const group = groups.find(({ id }) => id === draft.group);
  const search = async (text: string) => {
    const found = (await findPeople(text)).map(personChoice);
    meet(found);
    return found;
  };
  return (
    <Field name="audience" label="Who gets it" error={errorOf('audience')} group>
      <div className="radio-cards">
        {card('all', 'Everyone', everyone)}
        {groups.length > 0 ? card('group', 'A group', group?.members) : null}
        {card('people', 'People I choose', draft.people || undefined)}
      </div>
      <div className="for-group">
        <SelectInput
          name="group"
          label="Group"
          empty="Choose a group"
          choices={groups.map(({ id, name, members }) => ({
            id,
            label: `${name}, ${peopleWords(members)}`,
          }))}
          defaultValue={start.group}
        />
      </div>
      <div className="for-people">
        <RelationInput
          name="people"
          label="People"
          placeholder="Add a name or an address"
          choices={reach.people}
          defaultValue={chosenOf(values, [...reach.people, ...met.values()])}
          search={search}
          multiple
        />
        <div className="plain-only">
          <TextArea
            name="addresses"
            label="Or by their addresses"
            help="One a line, for whoever the list does not show."
            defaultValue={typeof values.addresses === 'string' ? values.addresses : ''}
            error={errorOf('addresses')}
            optional
          />
        </div>
      </div>
    </Field>
  );
}

interface AudienceProps extends ReturnType<typeof useMetChoices> {
  reach: Reach;
  draft: Draft;
  /** What was typed before a refusal. */
  values: FormValues;
  errorOf: (name: string) => string | undefined;
}

function chosenOf({ people }: FormValues, known: Choice[]): Choice[] {
  const ids = people === undefined ? [] : [people].flat();
  return ids.map((id) => known.find((one) => one.id === id) ?? { id, label: 'Chosen before' });
}
