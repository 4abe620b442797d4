import type { ReactNode } from 'react';
import { FieldError } from './field-error';
import { type FieldProps, fieldId } from './field-ids';

/**
 * Label above, help under it, the input, the error under that. `group` is for several inputs that
 * answer one question: a fieldset with a legend.
 */
export function Field({ children, group, ...props }: FieldProps & FieldOwnProps) {
  const id = fieldId(props);
  const Frame = group ? 'fieldset' : 'div';
  return (
    <Frame className="field" id={group ? id : undefined} tabIndex={group ? -1 : undefined}>
      <FieldHead {...props} id={id} group={group} />
      {props.help ? (
        <p id={`${id}-help`} className="field-help">
          {props.help}
        </p>
      ) : null}
      {children}
      <FieldError id={id}>{props.error}</FieldError>
    </Frame>
  );
}

interface FieldOwnProps {
  children: ReactNode;
  group?: boolean;
}

function FieldHead({ id, label, optional, aside, group }: HeadProps) {
  const words = (
    <>
      {label}
      {optional ? <span className="field-optional"> optional</span> : null}
    </>
  );
  if (group) return <legend className="field-label">{words}</legend>;
  return (
    <span className="field-head">
      <label className="field-label" htmlFor={id}>
        {words}
      </label>
      {aside}
    </span>
  );
}

type HeadProps = Pick<FieldProps, 'label' | 'optional' | 'aside'> & { id: string; group?: boolean };
