import type { ComponentProps } from 'react';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import type { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { formatCount } from '@/lib/ui/format-count';
import { setStatus } from '../actions';

/** What suspending a tenant does, said before it is done. */
export function suspendQuestion(tenant: ConsoleTenant): ComponentProps<typeof ConfirmPage> {
  const { id, name, origin, domains, members } = tenant;
  const hosts = [origin.replace(/^https?:\/\//, ''), ...verified(domains)];
  return {
    title: `Suspend ${name}?`,
    children: 'Readers see a page that says the site is paused. Nothing is deleted.',
    goesAlong: [
      `the site on ${hosts.join(', ')}`,
      `the admin and the API, for ${formatCount(members, { one: 'member', other: 'members' })}`,
    ],
    undo: 'Activating it brings everything back at once.',
    action: setStatus,
    hidden: { id, status: 'suspended' },
    confirm: { label: `Suspend ${name}` },
    cancel: { label: 'Keep it running', href: `/admin/tenants/${id}` },
  };
}

function verified(domains: ConsoleTenant['domains']): string[] {
  return domains.filter(({ isVerified }) => isVerified).map(({ hostname }) => hostname);
}
