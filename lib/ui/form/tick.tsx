import { FieldError } from './field-error';
import { type FieldProps, fieldIds } from './field-ids';

/** A box to tick with its words beside it. */
export function Tick(props: TickProps & { className: string; role?: 'switch' }) {
  const ids = fieldIds(props);
  return (
    <div className="field">
      <div className="tick">
        <input
          {...ids}
          type="checkbox"
          role={props.role}
          className={props.className}
          name={props.name}
          value={props.value ?? 'on'}
          defaultChecked={props.defaultChecked}
          disabled={props.disabled}
        />
        <label htmlFor={ids.id}>{props.label}</label>
        {props.help ? (
          <p id={`${ids.id}-help`} className="field-help">
            {props.help}
          </p>
        ) : null}
      </div>
      <FieldError id={ids.id}>{props.error}</FieldError>
    </div>
  );
}

export interface TickProps extends FieldProps {
  defaultChecked?: boolean;
  value?: string;
}
