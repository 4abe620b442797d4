import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { SupportGrant } from '@/lib/admin/support/support-log';
import { ActForm } from '@/lib/ui/form/act-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import type { FormAction } from '@/lib/ui/kit-types';
import { Panel } from '@/lib/ui/list/panel';

/** Whether support may change things now, and what can be done about it. */
export function GrantPanel({ granted, days, dates, grant, withdraw }: GrantPanelProps) {
  return (
    <Panel title="Changes">
      <p className="mb-3">
        {granted ? (
          <>
            Support may change things until{' '}
            <b>
              <time dateTime={granted.until}>{formatExactly(granted.until, dates)}</time>
            </b>
            , granted by {granted.grantedByName}. Who may come in and whose site it is they never
            change.
          </>
        ) : (
          'Support looks only, and changes nothing.'
        )}
      </p>
      {grant ? (
        <ActForm action={grant}>
          <div className="form-stack mb-3">
            <SelectInput
              name="days"
              label={granted ? 'Grant anew, from now on for' : 'Let support change things for'}
              choices={days.map((one) => ({
                id: String(one),
                label: one === 1 ? '1 day' : `${one} days`,
              }))}
            />
            <SubmitButton tone="plain">Grant</SubmitButton>
          </div>
        </ActForm>
      ) : null}
      {granted && withdraw ? (
        <ActForm action={withdraw}>
          <SubmitButton tone="danger">Withdraw</SubmitButton>
        </ActForm>
      ) : null}
      {!grant && !granted ? <p className="field-help">An owner can grant more.</p> : null}
    </Panel>
  );
}

interface GrantPanelProps {
  granted: SupportGrant | null;
  days: readonly number[];
  dates: DateWords;
  /** Null for who may not. */
  grant: FormAction | null;
  withdraw: FormAction | null;
}
