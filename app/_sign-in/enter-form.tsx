'use client';

import { useEffect, useRef } from 'react';
import type { ActionState } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Notice } from '@/lib/ui/list/notice';
import { PlaceLink } from '@/lib/ui/place-link';

const formId = 'enter';

/**
 * Spends the ticket that the address holds: by itself where scripts run, else by its button. One that
 * is refused is asked for once more: of two tabs that ask at the same moment, one has the mark of the
 * other by then.
 */
export function EnterForm({ action, ticket, again }: EnterFormProps) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  const isRefused = failure !== null;
  useEffect(() => {
    if (isRefused && again !== undefined && mayAskAgain()) window.location.replace(again);
  }, [isRefused, again]);
  const isSent = useRef(false);
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    document.querySelector<HTMLFormElement>(`#${formId}`)?.requestSubmit();
  }, []);
  if (failure) {
    return (
      <div className="form-stack">
        <Notice tone="bad" role="alert">
          {failure.message}
        </Notice>
        <PlaceLink className="button primary w-full" href="/login">
          Sign in
        </PlaceLink>
      </div>
    );
  }
  return (
    <>
      <UnsentNotice unsent={unsent} title="Not signed in" />
      <KitForm id={formId} action={act} hidden={{ ticket }}>
        <SubmitButton block>Continue</SubmitButton>
      </KitForm>
    </>
  );
}

/** Once a minute in this tab, so that nobody is sent round and round. */
function mayAskAgain(): boolean {
  try {
    const last = Number(sessionStorage.getItem(formId) ?? 0);
    sessionStorage.setItem(formId, String(Date.now()));
    return Date.now() - last > 60_000;
  } catch {
    return false;
  }
}

interface EnterFormProps {
  /** Where another ticket is to be had. */
  again?: string;
  action: (state: ActionState | null, form: FormData) => Promise<ActionState | null>;
  ticket: string;
}
