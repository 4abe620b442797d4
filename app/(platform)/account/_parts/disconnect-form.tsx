'use client';

import type { ActionState } from '@/lib/api/action-state';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { disconnect } from '../connections/actions';

/** The button that takes a connected account away, with words where that cannot be. */
export function DisconnectForm({ identity, name }: { identity: string; name: string }) {
  const { state, act } = useFormAction<ActionState | null>(disconnect, null);
  return (
    <KitForm action={act} hidden={{ identity }} className="grid justify-items-end gap-1">
      <SubmitButton tone="plain">
        Disconnect<span className="sr-only"> {name}</span>
      </SubmitButton>
      {state?.ok === false ? (
        <p className="field-error" role="alert">
          {state.message}
        </p>
      ) : null}
    </KitForm>
  );
}
