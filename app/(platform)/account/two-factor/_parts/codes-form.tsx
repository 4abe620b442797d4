'use client';

import type { ReactNode } from 'react';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Panel } from '@/lib/ui/list/panel';
import { BothFactors } from './both-factors';
import { RecoveryCodes } from './recovery-codes';

type Made = { codes: string[] };

/**
 * Asks for the first code, or for both factors, and then shows the recovery codes. One form for both:
 * without JavaScript the answer comes with the page, where two-factor is on by then.
 */
export function CodesForm({ action, isOn, account, children }: CodesFormProps) {
  const { state, act, unsent } = useFormAction<ActionState<Made> | null>(action, null);
  if (state?.ok) return <RecoveryCodes codes={state.result.codes} account={account} />;
  const errors = state?.errors ?? {};
  return (
    <Panel title={isOn ? 'Make ten new codes' : 'Three steps'}>
      <UnsentNotice unsent={unsent} title="Nothing was changed" />
      <FormFailure failure={state} spaced />
      {children}
      <KitForm action={act}>
        {isOn ? (
          <BothFactors errors={errors} />
        ) : (
          <TextInput
            name="code"
            label="3. Enter the code it shows"
            help="Six digits, new every 30 seconds."
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            mono
            error={errors.code?.[0]}
          />
        )}
        <div>
          <SubmitButton>{isOn ? 'Make new codes' : 'Turn two-factor on'}</SubmitButton>
        </div>
      </KitForm>
    </Panel>
  );
}

interface CodesFormProps {
  action: FormAction<Made>;
  /** Two-factor is on already. */
  isOn: boolean;
  account: { email: string; hostname: string };
  /** What stands before the form. */
  children: ReactNode;
}
