import type { OwnTenant } from '@/lib/auth/list-own';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SelectInput } from '@/lib/ui/form/select-input';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { begin } from '../actions';

/** Where somebody begins each time they sign in here. */
export function BeginForm({ tenants }: { tenants: OwnTenant[] }) {
  return (
    <KitForm action={begin}>
      <SelectInput
        name="tenant"
        label="Begin each time at"
        defaultValue={tenants.find(({ isDefault }) => isDefault)?.id}
        choices={tenants.map(({ id, name }) => ({ id, label: name }))}
        empty="This list"
      />
      <SubmitButton block tone="plain">
        Save
      </SubmitButton>
    </KitForm>
  );
}
