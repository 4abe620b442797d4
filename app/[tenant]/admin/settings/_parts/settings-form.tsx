'use client';

import { Fragment, useMemo, useState } from 'react';
import { refilled } from '@/app/_screens/refilled';
import type { FormFault, FormState } from '@/app/_screens/screen-types';
import { withSearch } from '@/app/_screens/with-search';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import type { FormValues } from '@/lib/api/form-object';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { ConflictNotice } from '@/lib/ui/form/conflict-notice';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { FormField } from '@/lib/ui/form/form-field';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SaveBar } from '@/lib/ui/form/save-bar';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import { Panel } from '@/lib/ui/list/panel';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { AccentPreview } from './accent-preview';
import type { AccentSample } from './accent-sample';
import type { SettingsGroup } from './settings-fields';

interface SettingsFormProps {
  action: FormAction<FormState>;
  groups: SettingsGroup[];
  /** When the settings shown were changed last. */
  seenAt: string;
  sample: AccentSample;
}

type State = ActionState<FormState> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<FormState>>;

/** The settings of a tenant; what was typed survives a refusal. */
export function SettingsForm({ action, groups, seenAt, sample }: SettingsFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  const refusal = useMemo(() => refusalOf(state, groups), [state, groups]);
  // What the person saw, not what a redraw brought meanwhile.
  const [seen] = useState(seenAt);
  return (
    <KitForm
      id="settings-form"
      action={act}
      className="settings-form"
      hidden={{ _seenAt: refusal?.seen || seen }}
    >
      <UnsavedGuard />
      <UnsentNotice unsent={unsent} />
      <FormErrorSummary errors={refusal?.errors ?? noErrors} />
      {refusal?.conflict ? (
        <TakesFocus on={state}>
          <ConflictNotice
            {...refusal.conflict}
            what="the settings"
            reloadHref="/admin/settings"
            compareHref="/admin/settings"
            keepMine={{ name: '_keep', value: refusal.conflict.version }}
          />
        </TakesFocus>
      ) : null}
      <div key={refusal?.attempt} className="settings-groups">
        {groups.map(({ title, fields }) => (
          <Panel key={title} title={title}>
            <div className="form-stack">
              {fields.map((field) => (
                <Fragment key={field.name}>
                  <FormField field={withSearch(refilled(field, refusal), parts)} />
                  {field.name === 'brandColor' ? <AccentPreview first={sample} /> : null}
                </Fragment>
              ))}
            </div>
          </Panel>
        ))}
      </div>
      <SaveBar
        always={refusal !== null}
        stored={storedValues(groups)}
        discardHref="/admin/settings"
        buttons={[{ name: '_intent', value: 'save', label: 'Save changes' }]}
      />
    </KitForm>
  );
}

const noErrors: FormFault[] = [];
const parts = { resource: 'settings', findChoices: undefined };

function refusalOf(state: State, groups: SettingsGroup[]): FormState | null {
  if (state === null) return null;
  if (state.ok) return state.result;
  const labels = new Map(
    groups.flatMap(({ fields }) => fields).map((one) => [one.name, one.label]),
  );
  const faults = Object.entries(state.errors).flatMap(([path, [message]]) => {
    // A fault of one entry of a list belongs to its field.
    const name = labels.has(path) ? path : (path.split('.')[0] ?? path);
    return message ? [{ name, label: labels.get(name), message }] : [];
  });
  const errors = faults.length > 0 ? faults : [{ message: state.message ?? 'Not saved.' }];
  const seen = String(state.values._seenAt ?? '');
  return { attempt: JSON.stringify(state), typed: state.values, errors, seen };
}

function storedValues(groups: SettingsGroup[]): FormValues {
  const fields = groups.flatMap((group) => group.fields);
  return Object.fromEntries(
    fields.map((field) => {
      if (field.kind === 'switch') return [field.name, field.defaultChecked ? 'on' : ''];
      if (field.kind === 'media') return [field.name, field.defaultValue?.[0]?.id ?? ''];
      return [field.name, 'defaultValue' in field ? String(field.defaultValue ?? '') : ''];
    }),
  );
}
