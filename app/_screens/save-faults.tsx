'use client';

import type { ComponentProps } from 'react';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { ConflictNotice } from '@/lib/ui/form/conflict-notice';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import type { FormFault, FormState } from './screen-types';

interface SaveFaultsProps {
  unsent: ComponentProps<typeof UnsentNotice>['unsent'];
  refusal: FormState | null;
  /** Address of the record, or of the form of a new one. */
  here: string;
}

/** Why a record was not saved, and what can be done: above its form. */
export function SaveFaults({ unsent, refusal, here }: SaveFaultsProps) {
  return (
    <>
      <UnsentNotice unsent={unsent} />
      <FormErrorSummary errors={refusal?.errors ?? noErrors} />
      {refusal?.conflict ? (
        <TakesFocus on={refusal}>
          <ConflictNotice
            {...refusal.conflict}
            reloadHref={here}
            compareHref={`${here}/history`}
            keepMine={{ name: '_keep', value: refusal.conflict.version }}
          />
        </TakesFocus>
      ) : null}
    </>
  );
}

const noErrors: FormFault[] = [];
