'use client';

import type { ScopeGroup } from '@/lib/admin/api-keys/scopes';
import type { ActionState, FormAction } from '@/lib/api/action-state';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { Notice } from '@/lib/ui/list/notice';
import { Panel } from '@/lib/ui/list/panel';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { expiryChoices, usualExpiry } from './expiry-choices';
import { type MadeKey, MadeKeyPanel } from './made-key-panel';
import { ScopeFields } from './scope-fields';

interface NewKeyFormProps {
  action: FormAction<MadeKey>;
  groups: ScopeGroup[];
  /** Names this drawing of the form: sent twice, it makes one key. */
  once: string;
  /** Where the key can be tried. */
  address: string;
}

type State = ActionState<MadeKey> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<MadeKey>>;

/** Asks what a key is for; once it is made, the key stands in the form's place. */
export function NewKeyForm({ action, groups, once, address }: NewKeyFormProps) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  if (state?.ok) return <MadeKeyPanel made={state.result} address={address} />;
  const { errors = {}, values = {}, message } = state ?? {};
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return (
    <KitForm action={act} hidden={{ once }} className="key-form">
      <UnsentNotice unsent={unsent} title="No key was made" />
      {message ? (
        <TakesFocus on={state}>
          <Notice tone="bad" role="alert">
            <p>{message}</p>
          </Notice>
        </TakesFocus>
      ) : null}
      <div className="key-fields" key={state ? JSON.stringify(state) : ''}>
        <Panel>
          <div className="form-stack">
            <TextInput
              name="name"
              label="Name"
              help="Says what uses it, as in “Nightly import”."
              error={errors.name?.join(' ')}
              defaultValue={typed('name')}
              autoComplete="off"
              maxLength={80}
            />
            <SelectInput
              name="expiry"
              label="Expires after"
              help="A key that is forgotten then ends by itself."
              error={[...(errors.expiry ?? []), ...(errors.expiresAt ?? [])].join(' ')}
              choices={expiryChoices}
              defaultValue={typed('expiry') ?? usualExpiry}
            />
          </div>
        </Panel>
        <Panel>
          <ScopeFields
            groups={groups}
            chosen={[values.scopes ?? []].flat()}
            error={errors.scopes?.join(' ')}
          />
        </Panel>
      </div>
      <div className="key-acts">
        <SubmitButton>Make key</SubmitButton>
        <ButtonLink href="/admin/api-keys" tone="quiet">
          Cancel
        </ButtonLink>
      </div>
    </KitForm>
  );
}
