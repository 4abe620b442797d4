import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';
import { KeptTextArea } from './kept-text-area';

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <KeptTextArea
        {...fieldIds(props)}
        className="input"
        name={props.name}
        rows={props.rows ?? 3}
        maxLength={props.maxLength}
        disabled={props.disabled}
        defaultValue={props.defaultValue}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
}
