'use client';

import type { ActionState } from '@/lib/api/action-state';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import type { ListOutcome, ListState, ScreenActions } from './screen-types';

type State = ActionState<ListState> | null;

/** The action of a list with its last answer; without scripts the page is drawn anew with it. */
export function useListAction(action: ScreenActions['list']) {
  const withState = action as (state: State, form: FormData) => Promise<ActionState<ListState>>;
  return useFormAction<State>(withState, null);
}

/** What to tell of an answer; a refusal is told as what it is. */
export function outcomeOf(state: State): ListOutcome | null {
  if (state === null) return null;
  if (state.ok) return state.result.outcome ?? null;
  const text = state.message ?? 'This could not be done.';
  return { id: text, text, tone: 'bad', left: [] };
}
