'use client';

import { useActionState, useMemo } from 'react';
import { useSend } from './use-send';

/**
 * The action of a form with its last answer. On the server it is the action itself, so that the form
 * works without scripts; in the browser one whose failed sending keeps state and form as they are.
 */
export function useFormAction<S>(action: (state: S, form: FormData) => Promise<S>, first: S) {
  const { send, unsent } = useSend();
  const safe = useMemo(() => {
    if (typeof window === 'undefined') return action;
    return (state: S, form: FormData) => send(form, () => action(state, form), state);
  }, [action, send]);
  const [state, act, isPending] = useActionState<S, FormData>(
    safe as (state: Awaited<S>, form: FormData) => Promise<S>,
    first as Awaited<S>,
  );
  return { state: state as S, act, isPending, unsent };
}
