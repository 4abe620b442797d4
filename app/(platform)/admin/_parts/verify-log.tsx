'use client';

import { useActionState } from 'react';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import type { AuditReport } from '@/lib/console/verify-log';
import { HiddenFields } from '@/lib/ui/form/hidden-fields';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { formatCount } from '@/lib/ui/format-count';
import { CopyButton } from '@/lib/ui/list/copy-button';
import { Notice } from '@/lib/ui/list/notice';

type State = ActionState<AuditReport> | null;

/** Checks the chain of the log at hand and says what came of it. Works without JavaScript. */
export function VerifyLog({ action, tenant }: VerifyLogProps) {
  const [state, verify] = useActionState<State, FormData>(action, null);
  return (
    <div className="mb-5 grid gap-3">
      <form className="flex flex-wrap items-center gap-3" action={verify}>
        <HiddenFields fields={{ tenant }} />
        <SubmitButton tone="plain">Verify</SubmitButton>
        <p className="text-ink-3">Each entry holds the hash of the one before it.</p>
      </form>
      {state ? <Answer state={state} /> : null}
    </div>
  );
}

interface VerifyLogProps {
  action: FormAction<AuditReport>;
  /** Id of the tenant; empty for the platform's own log. */
  tenant: string;
}

function Answer({ state }: { state: NonNullable<State> }) {
  if (!state.ok) {
    return (
      <Notice tone="bad" role="alert">
        {state.message}
      </Notice>
    );
  }
  const { fault, head, rows } = state.result;
  if (fault) {
    return (
      <Notice tone="bad" role="alert" title={fault.message}>
        Everything before it is as it was written. See who could write to the database itself.
      </Notice>
    );
  }
  const count = formatCount(rows, { one: 'row', other: 'rows' });
  return (
    <Notice
      tone="good"
      role="status"
      title={`${count}, unbroken`}
      act={<CopyButton text={head.hash} label="Copy hash" words />}
    >
      <p>Keep the newest hash elsewhere: it shows later whether the end was cut off.</p>
      <p className="mono wrap-anywhere">{head.hash}</p>
    </Notice>
  );
}
