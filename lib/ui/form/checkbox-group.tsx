import type { Choice } from '../kit-types';
import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** Any of few choices. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, 'aria-describedby': describedBy } = fieldIds(props);
  return (
    <Field {...props} group>
      <div className="tick-list">
        {props.choices.map((choice) => (
          <div key={choice.id} className="tick">
            <input
              id={`${id}-${choice.id}`}
              type="checkbox"
              className="checkbox"
              name={props.name}
              value={choice.id}
              aria-describedby={describedBy}
              defaultChecked={props.defaultValue?.includes(choice.id)}
              disabled={props.disabled}
            />
            <label htmlFor={`${id}-${choice.id}`}>{choice.label}</label>
            {choice.note ? <p className="field-help">{choice.note}</p> : null}
          </div>
        ))}
      </div>
    </Field>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  choices: Choice[];
  defaultValue?: string[];
}
