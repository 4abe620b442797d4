import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** A number, typed: no arrows to hit by accident while scrolling. */
export function NumberInput(props: NumberInputProps) {
  const { step = 1, unit } = props;
  const input = (
    <input
      {...fieldIds(props)}
      className={unit ? 'bare number' : 'input number'}
      name={props.name}
      type="number"
      inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
      step={step}
      min={props.min}
      max={props.max}
      defaultValue={props.defaultValue}
      disabled={props.disabled}
    />
  );
  return (
    <Field {...props}>
      {unit ? (
        <span className="input joined">
          {input}
          <span className="joined-words">{unit}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  );
}

export interface NumberInputProps extends FieldProps {
  defaultValue?: string | number;
  min?: number;
  max?: number;
  /** `any` takes parts of whatever size. */
  step?: number | 'any';
  unit?: string;
}
