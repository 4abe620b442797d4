'use client';

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from '../icon';
import type { Choice } from '../kit-types';
import { ChoiceList } from './choice-list';
import type { FieldIds } from './field-ids';
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
  const current = offered[Math.min(active, offered.length - 1)];

  function close(): void {
    setOpen(false);
    setTyped(null);
    setActive(0);
  }

  function pick(choice: Choice): void {
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
      if (isOpen) setActive((active + step + offered.length) % Math.max(offered.length, 1));
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
        {multiple ? <Picked chosen={chosen} remove={remove} disabled={props.disabled} /> : null}
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
          {...{ current, pick }}
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
  placeholder?: string;
  disabled?: boolean;
}

function Picked({ chosen, remove, disabled }: PickedProps) {
  return chosen.map(({ id, label }) => (
    <span key={id} className="picked">
      {label}
      <button
        type="button"
        aria-label={`Remove ${label}`}
        disabled={disabled}
        onClick={() => remove(id)}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  ));
}

interface PickedProps {
  chosen: Choice[];
  remove: (id: string) => void;
  disabled?: boolean;
}
