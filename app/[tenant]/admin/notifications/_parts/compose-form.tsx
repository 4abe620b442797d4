'use client';

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMetChoices } from '@/app/_screens/use-met-choices';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { Panel } from '@/lib/ui/list/panel';
import { AudienceField } from './audience-field';
import { BroadcastPreview } from './broadcast-preview';
import { draftIn, startOf } from './draft';
import { MessageFields } from './message-fields';
import type { Reach } from './reach';
import { SendActs } from './send-acts';
import { WhenField } from './when-field';

interface ComposeProps {
  action: FormAction<never>;
  reach: Reach;
  /** The time zone of the tenant. */
  zone: string;
  /** Names this drawing of the form: sent twice, it sends once. */
  once: string;
  leaveHref: string;
  /** Stands under the preview. */
  children?: ReactNode;
}

type State = ActionState<never> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<never>>;

/** The fields in their order, as errors call them. */
const labels: Record<string, string> = {
  ...{ audience: 'Who gets it', addresses: 'Addresses', title: 'Title', body: 'Message' },
  ...{ href: 'Link', scheduledFor: 'Goes out' },
};

/** Asks what to say and to whom, and shows beside it what people will see. */
export function ComposeForm({ action, reach, zone, once, leaveHref, children }: ComposeProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const [draft, setDraft] = useState(() => startOf(values));
  // Above the fields: these are drawn anew, and names of people must outlive that.
  const known = useMetChoices();
  const box = useRef<HTMLDivElement>(null);
  const read = () => {
    const form = box.current?.querySelector('form');
    if (form) setDraft(draftIn(form));
  };
  // Typed before scripts ran, or drawn anew after a refusal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer draws the fields anew
  useEffect(read, [state]);
  const faults = useMemo(
    () =>
      Object.entries(labels).flatMap(([name, label]) =>
        (failure?.errors[name] ?? []).slice(0, 1).map((message) => ({ name, label, message })),
      ),
    [failure],
  );
  const errorOf = (name: string) => errors[name]?.[0];
  return (
    <div className="compose" ref={box} onInput={read} onChange={read}>
      <KitForm action={act} hidden={{ key: once }} className="compose-form">
        <UnsentNotice unsent={unsent} title="Nothing was sent" />
        <FormErrorSummary errors={faults} />
        <FormFailure failure={failure} fields={Object.keys(labels)} />
        <Panel flush>
          <div className="form-stack panel-body" key={failure ? JSON.stringify(failure) : ''}>
            <AudienceField {...{ reach, draft, values, errorOf }} {...known} />
            <MessageFields {...{ draft, errorOf }} start={startOf(values)} />
            <WhenField {...{ zone, values, errorOf }} />
          </div>
          <SendActs {...{ draft, reach, leaveHref }} />
        </Panel>
      </KitForm>
      <div className="compose-aside">
        <BroadcastPreview draft={draft} />
        {children}
      </div>
    </div>
  );
}
