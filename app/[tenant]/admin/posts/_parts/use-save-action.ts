'use client';

import { useMemo } from 'react';
import { refusalOf } from '@/app/_screens/refusal-of';
import type { FormState, ScreenActions } from '@/app/_screens/screen-types';
import type { ActionState } from '@/lib/api/action-state';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import type { Autosaver } from './autosaver';

type State = ActionState<FormState> | null;
type Act = (state: State, form: FormData) => Promise<State>;

/**
 * What a button of the editor sends: what is on its way has arrived by then, and the save is made over
 * the version that it made. On the server it is the action itself, which works without scripts.
 */
export function useSaveAction(save: ScreenActions['save'], saver: Autosaver) {
  const act = useMemo(() => afterAutosaving(save as Act, saver), [save, saver]);
  const { state, act: send, isPending, unsent } = useFormAction<State>(act, null);
  const refusal = useMemo(() => refusalOf(state), [state]);
  return { send, isPending, unsent, refusal };
}

function afterAutosaving(save: Act, saver: Autosaver): Act {
  if (typeof window === 'undefined') return save;
  return async (state, form) => {
    await saver.stop();
    const { post, version } = saver.place;
    if (post && !form.get('_keep')) {
      form.set('_id', post);
      form.set('_version', version);
    }
    try {
      const answer = await save(state, form);
      saver.resume();
      return answer;
    } catch (error) {
      // What worked leads away; only what never arrived leaves the person here, writing on.
      if (!isLeadingAway(error)) saver.resume();
      throw error;
    }
  };
}

function isLeadingAway(error: unknown): boolean {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return digest.startsWith('NEXT_REDIRECT');
}
