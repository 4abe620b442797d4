import type { ComponentProps } from 'react';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import type { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { vouchForDomain } from '../actions';

/** What an operator's word for a domain does, said before it is given. */
export function vouchQuestion(
  { id, name }: Pick<ConsoleTenant, 'id' | 'name'>,
  { id: domain, hostname }: ConsoleTenant['domains'][number],
): ComponentProps<typeof ConfirmPage> {
  return {
    title: `Mark ${hostname} as verified?`,
    children: `You vouch for it: ${name} is served there at once, and its TXT record is not asked for. Do this only when you know whose domain it is.`,
    undo: 'It is written to the audit log. Whoever proves the domain by its DNS takes it over.',
    action: vouchForDomain,
    hidden: { id, domain },
    confirm: { label: 'Mark as verified', tone: 'primary' },
    cancel: { label: 'Wait for the record', href: `/admin/tenants/${id}` },
  };
}
