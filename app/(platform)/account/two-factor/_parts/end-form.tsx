'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { BothFactors } from './both-factors';

/** Turning two-factor off needs what signing in needs. */
export function EndForm({ action }: { action: FormAction<unknown> }) {
  const { state, act, unsent } = useFormAction<ActionState | null>(action, null);
  const failure = state?.ok === false ? state : null;
  return (
    <>
      <UnsentNotice unsent={unsent} title="Two-factor is still on" />
      <FormFailure failure={failure} spaced />
      <KitForm action={act}>
        <BothFactors errors={failure?.errors ?? {}} />
        <div>
          <SubmitButton tone="danger">Turn two-factor off</SubmitButton>
        </div>
      </KitForm>
    </>
  );
}
