'use client';

import type { FormAction } from '../kit-types';
import { useSend } from './use-send';

/**
 * An action whose failed sending stays on the page, for forms that show no answer. On the server it
 * is the action itself, so that the form works without scripts.
 */
export function useSafeAction(action: FormAction) {
  const { send, unsent } = useSend();
  if (typeof action === 'string' || typeof window === 'undefined') return { act: action, unsent };
  const act = (form: FormData) => {
    const sent = action(form);
    // What keeps a state of its own gives nothing to wait for.
    return sent instanceof Promise ? send(() => sent, undefined) : undefined;
  };
  return { act, unsent };
}
