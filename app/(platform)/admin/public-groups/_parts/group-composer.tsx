'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import type { PublicPreview } from '@/lib/console/public-groups/preview-public-broadcast';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormFailure } from '@/lib/ui/form/form-failure';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextArea } from '@/lib/ui/form/text-area';
import { TextInput } from '@/lib/ui/form/text-input';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import { formatCount } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { previewWords } from './preview-words';

type State = ActionState<void> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<void>>;

/** Title and message for everybody of a group, with how many get it. What was typed survives a refusal. */
export function GroupComposer({ action, group, preview, once }: GroupComposerProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const failure = state && !state.ok ? state : null;
  const { errors = {}, values = {} } = failure ?? {};
  const typed = (name: string) => String([values[name] ?? ''].flat()[0]);
  if (preview.reached === 0) return <Panel title="Send a message">{previewWords(preview)}</Panel>;
  return (
    <Panel title="Send a message">
      <KitForm action={act} hidden={{ group, key: once }}>
        <UnsavedGuard />
        <UnsentNotice unsent={unsent} title="Nothing was sent" />
        <FormFailure failure={failure} fields={['title', 'body']} />
        <div className="form-stack" key={failure ? JSON.stringify(failure) : ''}>
          <TextInput
            name="title"
            label="Title"
            error={errors.title?.join(' ')}
            defaultValue={typed('title')}
            maxLength={120}
            autoComplete="off"
          />
          <TextArea
            name="body"
            label="Message"
            optional
            help="Plain text. It comes from “The platform”, not from you by name."
            error={errors.body?.join(' ')}
            defaultValue={typed('body')}
            rows={4}
            maxLength={2000}
          />
        </div>
        <p className="field-help">{previewWords(preview)}</p>
        <div>
          <SubmitButton>
            Send to {formatCount(preview.reached, { one: 'person', other: 'people' })}
          </SubmitButton>
        </div>
      </KitForm>
    </Panel>
  );
}

interface GroupComposerProps {
  action: FormAction<void>;
  /** Its id. */
  group: string;
  preview: PublicPreview;
  /** Names this drawing of the form: sent twice, it is one message. */
  once: string;
}
