'use client';

import { useEffect, useRef } from 'react';
import { Icon } from '../icon';
import { fieldId } from './field-ids';

/** What has to be put right before a form can be saved, with links to the fields. Takes the focus. */
export function FormErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="notice bad" role="alert" tabIndex={-1}>
      <Icon name="alert" />
      <div>
        <p className="notice-title">{titleFor(errors.length)}</p>
        <ul className="error-links">
          {errors.map((error) => (
            <li key={`${error.name}${error.message}`}>
              <ErrorLine {...error} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export interface FormError {
  /** Of the field; left out where the whole form is meant. */
  name?: string;
  label?: string;
  message: string;
  id?: string;
}

function ErrorLine({ name, label, message, id }: FormError) {
  const words = label ? `${label}: ${message}` : message;
  if (!name) return words;
  return (
    <a className="link" href={`#${fieldId({ name, id })}`}>
      {words}
    </a>
  );
}

function titleFor(count: number): string {
  return count === 1 ? 'One thing to put right' : `${count} things to put right`;
}
