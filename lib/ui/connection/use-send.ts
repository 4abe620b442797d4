'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { connection } from './connection';
import { type Unsent, unsentBy } from './unsent';

/** Sends something, and gives the second value where it could not be sent. */
export type Send = <T>(run: () => Promise<T>, otherwise: T) => Promise<T>;

/**
 * Sends a form's Server Action. When the server cannot be reached the page stays: nothing is thrown,
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
  const send: Send = useCallback(async (run, otherwise) => {
    keepsForm.current = false;
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
