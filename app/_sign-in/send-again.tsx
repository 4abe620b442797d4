'use client';

import type { FormAction } from '@/lib/api/action-state';
import { AccountForm } from './account-form';
import type { Told } from './told';

/** For who has not confirmed their email: the mail once more. */
export function SendAgain({ action, email }: { action: FormAction<Told>; email: string }) {
  return (
    <AccountForm
      action={action}
      fields={[]}
      hidden={{ email }}
      submit="Send the mail again"
      tone="plain"
      unsent="Not sent"
    />
  );
}
