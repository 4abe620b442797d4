import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { ConfirmLink } from '@/lib/ui/dialog/confirm-link';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { ButtonLink } from '@/lib/ui/shell/button-link';
import { Menu } from '@/lib/ui/shell/menu';
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
      {status === 'suspended' || status === 'maintenance' ? (
        <ActForm action={setStatus} fields={{ id, status: 'active' }}>
          <SubmitButton>{status === 'suspended' ? 'Activate' : 'End maintenance'}</SubmitButton>
        </ActForm>
      ) : null}
      {status === 'deleted' ? (
        <ButtonLink href={`/admin/tenants/${id}/restore`} tone="primary">
          Restore
        </ButtonLink>
      ) : (
        <Menu label="More to do with it" items={moreActs(tenant)} triggerClass="button icon" />
      )}
    </>
  );
}

function moreActs({ id, status }: ConsoleTenant) {
  const to = (verb: string) => `/admin/tenants/${id}/${verb}`;
  const close = status === 'maintenance' ? 'Make a new link' : 'Maintenance';
  return [
    // A suspended one is closed already.
    ...(status === 'suspended' ? [] : [{ label: close, href: to('maintenance') }]),
    ...(status === 'active' ? [{ label: 'Act as somebody', href: to('support') }] : []),
    { label: 'Change the address', href: to('rename') },
    { label: 'Change the owner', href: to('transfer') },
    { label: 'Delete', href: to('delete'), tone: 'bad' as const },
  ];
}
