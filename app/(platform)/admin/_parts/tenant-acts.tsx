import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { ConfirmLink } from '@/lib/ui/dialog/confirm-link';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { setStatus } from '../actions';
import { suspendQuestion } from './suspend-question';

/** What can be done with a tenant in its present state. */
export function TenantActs({ tenant }: { tenant: ConsoleTenant }) {
  const { id, status, origin } = tenant;
  return (
    <>
      {status === 'deleted' ? null : (
        <ButtonLink href={origin} icon="open" tone="plain">
          Open site
        </ButtonLink>
      )}
      {status === 'active' ? (
        <ConfirmLink href={`/admin/tenants/${id}/suspend`} content={suspendQuestion(tenant)}>
          Suspend
        </ConfirmLink>
      ) : null}
      {status === 'suspended' ? (
        <ActForm action={setStatus} fields={{ id, status: 'active' }}>
          <SubmitButton>Activate</SubmitButton>
        </ActForm>
      ) : null}
    </>
  );
}
