'use client';

import { useRef } from 'react';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

const HEX = /^#[0-9a-f]{6}$/i;

/** A colour as #rrggbb, typed or picked. The picker needs scripts, the typed value does not. */
export function ColorInput(props: ColorInputProps) {
  const picker = useRef<HTMLInputElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const start = props.defaultValue ?? '';
  return (
    <Field {...props}>
      <span className="input joined color">
        <input
          ref={picker}
          key={`pick-${start}`}
          type="color"
          aria-label={`Pick ${props.label.toLowerCase()}`}
          className="script-only"
          defaultValue={HEX.test(start) ? start : '#000000'}
          disabled={props.disabled}
          onInput={(event) => passOn(event.currentTarget.value, typed.current)}
        />
        <input
          {...fieldIds(props)}
          ref={typed}
          name={props.name}
          className="bare mono"
          defaultValue={start}
          placeholder="#0b7a6b"
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          disabled={props.disabled}
          onInput={({ currentTarget: { value } }) => {
            if (picker.current && HEX.test(value)) picker.current.value = value;
          }}
        />
      </span>
    </Field>
  );
}

export interface ColorInputProps extends FieldProps {
  defaultValue?: string;
}

// The picker's own event goes on to the form, which then finds the new value in the typed field.
function passOn(color: string, typed: HTMLInputElement | null): void {
  if (typed) typed.value = color;
}
