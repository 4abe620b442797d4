'use client';

import { type RefObject, useEffect, useState } from 'react';
import {
  countChanges,
  type FormValues,
  readDefaults,
  readValues,
  type StoredValues,
} from './form-values';

/**
 * Counts the fields that differ from what is stored, in the form around an element.
 * @param inside any element in the form
 * @param stored what is stored; without it, what the form held when it was drawn
 */
export function useFormChanges(
  inside: RefObject<HTMLElement | null>,
  stored?: StoredValues,
): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const form = inside.current?.closest('form');
    if (!form) return;
    let start: FormValues = readDefaults(form);
    const count = () => setChanges(countChanges(readValues(form), stored ?? start));
    // The form is empty again only after the event; a save that stayed here resets it, too.
    const restart = () =>
      setTimeout(() => {
        start = readDefaults(form);
        count();
      });
    form.addEventListener('input', count);
    form.addEventListener('change', count);
    form.addEventListener('reset', restart);
    count();
    return () => {
      form.removeEventListener('input', count);
      form.removeEventListener('change', count);
      form.removeEventListener('reset', restart);
    };
  }, [inside, stored]);
  return changes;
}
