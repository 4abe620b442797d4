'use client';

import { useState } from 'react';
import { Icon } from '../icon';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: PasswordInputProps) {
  const [seen, setSeen] = useState(false);
  return (
    <Field {...props}>
      <span className="input joined">
        <input
          {...fieldIds(props)}
          className="bare"
          name={props.name}
          type={seen ? 'text' : 'password'}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          minLength={props.minLength}
          defaultValue={props.defaultValue}
          disabled={props.disabled}
        />
        <button
          type="button"
          className="button icon small script-only"
          aria-label="Show password"
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
        >
          <Icon name={seen ? 'eye-off' : 'eye'} />
        </button>
      </span>
    </Field>
  );
}

export interface PasswordInputProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
  defaultValue?: string;
  minLength?: number;
}
