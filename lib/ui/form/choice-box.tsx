'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Choice } from '../kit-types';
import { ChoiceList } from './choice-list';
import type { FieldIds } from './field-ids';
import { PickedChoices } from './picked-choices';
import { useChoices } from './use-choices';

/** A box to search in and pick from, with what is picked before the text. */
export function ChoiceBox(props: ChoiceBoxProps) {
  const { ids, label, chosen, choose, multiple } = props;
  const single = multiple ? '' : (chosen[0]?.label ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const answer = useChoices(typed ?? '', props.first, props.search);
  const taken = new Set(multiple ? chosen.map(({ id }) => id) : []);
  const offered = answer.found.filter(({ id }) => !taken.has(id));
  const text = (typed ?? '').trim();
  const entry = entryFor(props.create, text);
  const lines = entry ? [...offered, entry] : offered;
  const reached = lines[Math.min(active, lines.length - 1)];
  // Enter must not make what may yet be found.
  const current = answer.isBusy && active === 0 && reached === entry ? undefined : reached;

  function close(): void {
    setOpen(false);
    setTyped(null);
    setActive(0);
  }

  function pick(choice: Choice): void {
    if (choice === entry) {
      close();
      props.create?.open(text);
      return;
    }
    choose(multiple ? [...chosen, choice] : [choice]);
    close();
    box.current?.focus();
  }

  function remove(id: string): void {
    choose(chosen.filter((one) => one.id !== id));
    box.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = chosen.at(-1);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (isOpen) setActive((active + step + lines.length) % Math.max(lines.length, 1));
      setOpen(true);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (current) pick(current);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && multiple && !typed && last) remove(last.id);
  }

  function onType(text: string): void {
    setTyped(text);
    setActive(0);
    setOpen(true);
    if (!multiple && text === '' && chosen.length > 0) choose([]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes when the focus leaves the whole
    <div
      className="choice-box script-only"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <div className="input choices">
        {multiple ? (
          <PickedChoices chosen={chosen} remove={remove} disabled={props.disabled} />
        ) : null}
        <input
          {...ids}
          ref={box}
          className="bare"
          role="combobox"
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && current ? `${listId}-${current.id}` : undefined}
          placeholder={
            props.placeholder ?? (multiple ? `Add ${label.toLowerCase()}` : 'Choose one')
          }
          value={typed ?? single}
          disabled={props.disabled}
          onClick={() => setOpen(true)}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {isOpen ? (
        <ChoiceList
          id={listId}
          label={label}
          {...answer}
          offered={offered}
          {...{ entry, current, pick }}
        />
      ) : null}
    </div>
  );
}

interface ChoiceBoxProps {
  ids: FieldIds;
  label: string;
  first: Choice[];
  chosen: Choice[];
  choose: (next: Choice[]) => void;
  multiple: boolean;
  search?: (text: string) => Promise<Choice[]>;
  /** Makes a new one, called by its noun, from what was typed. */
  create?: { noun: string; open: (text: string) => void };
  placeholder?: string;
  disabled?: boolean;
}

/** The last line of the list: it makes what is not there yet. */
function entryFor(create: ChoiceBoxProps['create'], text: string): Choice | null {
  if (!create) return null;
  const label = text === '' ? `Create a new ${create.noun}…` : `Create “${text}”…`;
  // No record has this id.
  return { id: 'create', label };
}
