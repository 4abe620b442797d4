import { Field } from './field';
import { type FieldProps, fieldIds } from './field-ids';

/** A day, or a day and a time in the tenant's zone: the form posts what was seen, without an offset. */
export function DateTimeInput({ zone, ...props }: DateTimeInputProps) {
  const help = zone ? <ZoneHelp zone={zone}>{props.help}</ZoneHelp> : props.help;
  const all = { ...props, help };
  return (
    <Field {...all}>
      <input
        {...fieldIds(all)}
        className="input moment"
        name={props.name}
        type={props.kind === 'date' ? 'date' : 'datetime-local'}
        defaultValue={props.defaultValue}
        disabled={props.disabled}
      />
    </Field>
  );
}

export interface DateTimeInputProps extends FieldProps {
  /** As "2026-11-23T09:00", or "2026-11-23" for a day. */
  defaultValue?: string;
  kind?: 'datetime' | 'date';
  /** Said under the label: "Time in Europe/Rome." */
  zone?: string;
}

function ZoneHelp({ zone, children }: { zone: string; children?: React.ReactNode }) {
  return (
    <>
      {children ? <>{children} </> : null}
      Time in {zone}.
    </>
  );
}
