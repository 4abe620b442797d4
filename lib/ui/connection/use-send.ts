'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { connection } from './connection';
import { isTooLarge, type Unsent, unsentBy } from './unsent';

/** Sends a form, and gives the last value where it could not be sent. */
export type Send = <T>(form: FormData, run: () => Promise<T>, otherwise: T) => Promise<T>;

/**
 * Sends a form's Server Action. When it cannot reach the server the page stays: nothing is thrown,
 * and React does not empty the form, as it does after every answer.
 *
 * @returns what sends, and why the last time failed; fresh each time, null when it did not
 */
export function useSend(): { send: Send; unsent: { why: Unsent } | null } {
  const [unsent, setUnsent] = useState<{ why: Unsent } | null>(null);
  const keepsForm = useRef(false);
  useEffect(() => {
    const onReset = (event: Event) => {
      if (keepsForm.current) event.preventDefault();
      keepsForm.current = false;
    };
    document.addEventListener('reset', onReset, true);
    return () => document.removeEventListener('reset', onReset, true);
  }, []);
  const send: Send = useCallback(async (form, run, otherwise) => {
    keepsForm.current = isTooLarge(form);
    if (keepsForm.current) {
      setUnsent({ why: 'large' });
      return otherwise;
    }
    try {
      const answer = await run();
      setUnsent(null);
      return answer;
    } catch (error) {
      const why = unsentBy(error);
      if (!why) throw error;
      keepsForm.current = true;
      await connection.check();
      setUnsent({ why });
      return otherwise;
    }
  }, []);
  return { send, unsent };
}
