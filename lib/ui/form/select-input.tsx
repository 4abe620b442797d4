import type { Choice } from '../kit-types';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** One of few choices, in the browser's own list. */
export function SelectInput(props: SelectInputProps) {
  const { choices, defaultValue, empty } = props;
  return (
    <Field {...props}>
      {/* A new default needs a new list: React sets the chosen option only when it draws one. */}
      <select
        key={defaultValue ?? ''}
        {...fieldIds(props)}
        className="input select"
        name={props.name}
        defaultValue={defaultValue ?? ''}
        disabled={props.disabled}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface SelectInputProps extends FieldProps {
  choices: Choice[];
  defaultValue?: string;
  /** Words for choosing nothing. */
  empty?: string;
}
