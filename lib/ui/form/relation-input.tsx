'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Choice } from '../kit-types';
import { ChoiceBox } from './choice-box';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';
import { CreatorDrawer, type RelationCreator } from './relation-creator';
import { useFormReset } from './use-form-reset';

/**
 * Records of this tenant to choose from. The browser's own list posts the value in any case; with
 * scripts it is hidden and a box to search in stands in its place (D9).
 */
export function RelationInput(props: RelationInputProps) {
  // A new default (a save that stayed here) starts anew.
  const start = (props.defaultValue ?? []).map(({ id }) => id).join();
  return <Relation key={start} {...props} />;
}

function Relation(props: RelationInputProps) {
  const { name, label, defaultValue = [], multiple = false, creator } = props;
  const [chosen, setChosen] = useState(defaultValue);
  const [making, setMaking] = useState<string | null>(null);
  const [made, setMade] = useState<Choice[]>([]);
  const list = useRef<HTMLSelectElement>(null);
  const start = useRef(defaultValue);
  const ids = fieldIds(props);
  const choices = merge(made, props.choices);
  // At once: whoever counts changes reads the form right afterwards.
  useFormReset(list, () => flushSync(() => setChosen([...start.current])));

  function choose(next: Choice[]): void {
    // Drawn at once: what the list holds when it tells of the change is what counts.
    flushSync(() => setChosen(next));
    // The form counts its changes by this event.
    setTimeout(() => list.current?.dispatchEvent(new Event('change', { bubbles: true })));
  }

  function onMade(one: Choice): void {
    setMaking(null);
    setMade(merge([one], made));
    choose(multiple ? merge(chosen, [one]) : [one]);
  }

  return (
    <Field {...props}>
      <select
        ref={list}
        name={name}
        multiple={multiple}
        aria-label={label}
        className="input select plain-only"
        value={multiple ? chosen.map(({ id }) => id) : (chosen[0]?.id ?? '')}
        onChange={({ target }) => setChosen(pickedOf(target))}
        disabled={props.disabled}
      >
        {multiple ? null : <option value="">None</option>}
        {merge(chosen, choices).map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChoiceBox
        ids={ids}
        label={label}
        first={choices}
        chosen={chosen}
        choose={choose}
        multiple={multiple}
        search={props.search}
        create={creator && { noun: creator.noun, open: setMaking }}
        placeholder={props.placeholder}
        disabled={props.disabled}
      />
      {creator ? (
        <>
          <CreatorDrawer
            creator={creator}
            text={making}
            close={() => setMaking(null)}
            onMade={onMade}
            focusBack={() => document.getElementById(ids.id)?.focus()}
          />
          <span className="sr-only" role="status">
            {made[0] ? `“${made[0].label}” was created and chosen.` : ''}
          </span>
        </>
      ) : null}
    </Field>
  );
}

export interface RelationInputProps extends FieldProps {
  /** The first choices: shown before anything is typed, and all there are without scripts. */
  choices: Choice[];
  /** What is chosen now, with its labels. */
  defaultValue?: Choice[];
  multiple?: boolean;
  search?: (text: string) => Promise<Choice[]>;
  /** Makes what is not there yet, for who may. */
  creator?: RelationCreator;
  placeholder?: string;
}

function pickedOf(list: HTMLSelectElement): Choice[] {
  return [...list.selectedOptions]
    .filter(({ value }) => value !== '')
    .map(({ value, label }) => ({ id: value, label }));
}

function merge(chosen: Choice[], choices: Choice[]): Choice[] {
  const known = new Set(chosen.map(({ id }) => id));
  return [...chosen, ...choices.filter(({ id }) => !known.has(id))];
}
