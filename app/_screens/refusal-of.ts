import type { ActionState } from '@/lib/api/action-state';
import type { FormState } from './screen-types';

/** What the last save was refused for, whichever way it was. */
export function refusalOf(state: ActionState<FormState> | null): FormState | null {
  if (state === null) return null;
  if (state.ok) return state.result;
  const { message = 'This could not be saved.', values, errors } = state;
  const faults = Object.entries(errors).map(([name, [first = '']]) => ({ name, message: first }));
  return {
    attempt: JSON.stringify(state).length.toString(),
    typed: values,
    seen: String(values._version ?? ''),
    errors: faults.length > 0 ? faults : [{ message }],
  };
}
