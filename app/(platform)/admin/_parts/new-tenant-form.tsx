'use client';

import type { ActionState, FormAction } from '@/lib/api/action-state';
import type { Provisioned } from '@/lib/tenancy/provisioning/provision-tenant';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { useFormAction } from '@/lib/ui/connection/use-form-action';
import { FormErrorSummary } from '@/lib/ui/form/form-error-summary';
import { KitForm } from '@/lib/ui/form/kit-form';
import { PasswordInput } from '@/lib/ui/form/password-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { TextInput } from '@/lib/ui/form/text-input';
import { UnsavedGuard } from '@/lib/ui/form/unsaved-guard';
import { TenantMade } from './tenant-made';

type State = ActionState<Provisioned> | null;
type Stateful = (state: State, form: FormData) => Promise<ActionState<Provisioned>>;

const labels: Record<string, string> = {
  name: 'Name',
  slug: 'Address',
  domain: 'Domain of its own',
  ownerEmail: 'Email',
  ownerName: 'Name of the owner',
  ownerPassword: 'Password',
};

/** What a tenant is made from; then what its owner signs in with. */
export function NewTenantForm({ action }: { action: FormAction<Provisioned> }) {
  const { state, act, unsent } = useFormAction<State>(action as Stateful, null);
  if (state?.ok) return <TenantMade made={state.result} />;
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    error: state?.errors[name]?.join(' '),
    defaultValue: textOf(state?.values[name]),
  });
  return (
    <KitForm action={act} className="record-form">
      <UnsavedGuard />
      <div className="record-faults">
        <UnsentNotice unsent={unsent} title="No tenant was made" />
        <FormErrorSummary errors={state ? faultsOf(state) : []} />
      </div>
      <section className="record-main panel" aria-labelledby="tenant-part" key={attemptOf(state)}>
        <h2 id="tenant-part">Tenant</h2>
        <TextInput {...field('name')} maxLength={100} autoComplete="off" />
        <TextInput
          {...field('slug')}
          help="Small letters, digits and hyphens. It becomes the first part of its host name."
          mono
          maxLength={63}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          {...field('domain')}
          optional
          help="Only one whose owner you know: it is served at once, without proof."
          placeholder="blog.example.com"
          autoComplete="off"
          spellCheck={false}
        />
        <h2>Owner</h2>
        <TextInput
          {...field('ownerEmail')}
          type="email"
          help="Somebody who has an account already keeps their password and their name."
          autoComplete="off"
        />
        <TextInput {...field('ownerName')} optional maxLength={100} autoComplete="off" />
        <PasswordInput
          {...field('ownerPassword')}
          optional
          help="For somebody new, at least 12 characters. Left empty, one is made up and shown once."
          autoComplete="new-password"
        />
      </section>
      <div>
        <SubmitButton>Create tenant</SubmitButton>
      </div>
    </KitForm>
  );
}

function faultsOf(state: ActionState & { ok: false }) {
  const faults = Object.entries(state.errors).flatMap(([name, texts]) =>
    texts.map((message) => ({ name, label: labels[name], message })),
  );
  return faults.length > 0 || !state.message ? faults : [{ message: state.message }];
}

/** Inputs take new defaults only when they are made anew. */
function attemptOf(state: State): string {
  return state === null ? '' : JSON.stringify(state);
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
