import type { ReactNode } from 'react';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { leaveSite } from '../actions';

/** Makes the host the platform's again. */
export function LeaveForm({ next, children }: { next: string; children: ReactNode }) {
  return (
    <KitForm action={leaveSite} hidden={{ next }}>
      <SubmitButton block tone="plain">
        {children}
      </SubmitButton>
    </KitForm>
  );
}
