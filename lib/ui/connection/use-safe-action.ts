'use client';

import { useState } from 'react';
import type { FormAction } from '../kit-types';
import { type Refused, refusedBy } from './refused';
import { useSend } from './use-send';

/** Beside the form, so that a Server Action answers in words instead of throwing. */
type Answering = (form: FormData, isAsked: true) => unknown;

/**
 * An action whose failed sending stays on the page, and so does what it was refused for: for forms
 * that show no answer. On the server it is the action itself, so that the form works without scripts.
 *
 * @returns what sends; why it could not be sent, and why it was refused, fresh each time
 */
export function useSafeAction(action: FormAction) {
  const { send, unsent } = useSend();
  const [refused, setRefused] = useState<Refused | null>(null);
  if (typeof action === 'string' || typeof window === 'undefined') {
    return { act: action, unsent, refused };
  }
  const act = (form: FormData) => {
    const sent = (action as Answering)(form, true);
    // What keeps a state of its own gives nothing to wait for, and shows its answer itself.
    if (!(sent instanceof Promise)) return undefined;
    // Where it is not waited for, nobody else hears of its failure.
    sent.catch(() => undefined);
    return send(form, () => sent, undefined).then((answer) => setRefused(refusedBy(answer)));
  };
  return { act, unsent, refused };
}
