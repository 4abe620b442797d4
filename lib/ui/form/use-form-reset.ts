'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Tells an input that keeps more than the browser does when its form is reset, right afterwards. */
export function useFormReset(list: RefObject<HTMLSelectElement | null>, onReset: () => void): void {
  const latest = useRef(onReset);
  latest.current = onReset;
  useEffect(() => {
    const form = list.current?.form;
    // The browser resets the list itself right after the event.
    const later = () =>
      setTimeout(() => {
        latest.current();
        // Whoever has counted changes in between counts again; `change` would be a choice.
        list.current?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    // What could not be sent stays as it is.
    const reset = (event: Event) => {
      if (!event.defaultPrevented) later();
    };
    form?.addEventListener('reset', reset);
    // After a refused save React resets the form it has just drawn anew, before this listens.
    later();
    return () => form?.removeEventListener('reset', reset);
  }, [list]);
}
