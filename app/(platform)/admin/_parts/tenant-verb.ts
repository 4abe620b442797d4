import type { ComponentProps } from 'react';
import { formatExactly } from '@/app/_screens/format-moment';
import type { ConsoleTenant } from '@/lib/console/read-tenant';
import { formatCount } from '@/lib/ui/format-count';
import { closeTenant, deleteTenant, renameTenant, restoreTenant, transferTenant } from '../actions';
import { consoleDates } from './console-place';
import type { VerbForm } from './verb-form';

type Asked = Omit<ComponentProps<typeof VerbForm>, 'hidden' | 'home'> & { title: string };

/** What a verb asks and says, or null where it cannot be done to a tenant in this state. */
export function tenantVerb(verb: string, tenant: ConsoleTenant): Asked | null {
  if (!Object.hasOwn(verbs, verb)) return null;
  const isDeleted = tenant.status === 'deleted';
  if (verb === 'maintenance' && tenant.status === 'suspended') return null;
  return isDeleted === (verb === 'restore') ? (verbs[verb]?.(tenant) ?? null) : null;
}

const verbs: Record<string, (tenant: ConsoleTenant) => Asked> = {
  maintenance: ({ name, maintenance }) => ({
    title: `Close ${name} for maintenance`,
    action: closeTenant,
    button: maintenance ? 'Make a new link' : 'Close for maintenance',
    fields: [
      {
        ...{ name: 'message', label: 'What visitors read', kind: 'lines', optional: true },
        value: maintenance?.message,
      },
      {
        ...{ name: 'until', label: 'Thought to end', kind: 'moment', optional: true },
        value: maintenance?.until?.slice(0, 16),
      },
    ],
    children:
      'Its sites, admin and API answer 503 at once, and its jobs wait. You get a link that opens it for the people who work on it. Activating it ends the maintenance.',
  }),
  rename: ({ name, slug }) => ({
    title: `Give ${name} another address`,
    action: renameTenant,
    button: 'Change the address',
    fields: [{ name: 'slug', label: 'Address', kind: 'text', mono: true, value: slug }],
    children:
      'Links to the old address lead to the new one. Nobody else can take the old one for 90 days. Its people sign in once more.',
  }),
  transfer: ({ name, slug, owner }) => ({
    title: `Give ${name} to another owner`,
    action: transferTenant,
    button: 'Change the owner',
    isDangerous: true,
    fields: [
      {
        ...{ name: 'toEmail', label: 'New owner’s email', kind: 'text' },
        help: 'Somebody with an account. They become a member if they are none.',
      },
      { name: 'slug', label: `Type ${slug} to confirm`, kind: 'text', mono: true, word: slug },
    ],
    children: `${owner.name} (${owner.email}) owns it now. Where they are in a group of it they stay, as an admin who may no longer do everything; else they leave. Both get a mail.`,
  }),
  delete: ({ name, slug, members, domains, graceDays }) => ({
    title: `Delete ${name}`,
    action: deleteTenant,
    button: `Delete ${name}`,
    isDangerous: true,
    fields: [
      {
        ...{ name: 'reason', label: 'Why', kind: 'lines' },
        help: 'The audit log keeps it.',
      },
      { name: 'slug', label: `Type ${slug} to confirm`, kind: 'text', mono: true, word: slug },
    ],
    children: [
      `It is gone from every host at once. Its address is free for others${freed(domains.length)}.`,
      `It loses its people (${formatCount(members, { one: 'member', other: 'members' })}); whatever it has is kept.`,
      `For ${formatCount(graceDays, { one: 'day', other: 'days' })} it can be restored. Then it is destroyed.`,
    ].join(' '),
  }),
  restore: ({ name, deleted, domains }) => ({
    title: `Restore ${name}`,
    action: restoreTenant,
    button: `Restore ${name}`,
    fields: [
      {
        ...{ name: 'slug', label: 'Address', kind: 'text', mono: true, value: deleted?.slug },
        help: 'The one it had. If somebody else has it by now, give it another one.',
      },
      {
        ...{ name: 'ownerEmail', label: 'Owner’s email', kind: 'text', optional: true },
        help: 'Left empty, it is who owned it.',
      },
    ],
    children: `It comes back with its people and all it had. ${
      domains.length > 0 ? 'Its domains have to be proved again.' : ''
    } Without a restore it is destroyed on ${formatExactly(deleted?.purgeAt ?? '', consoleDates)} UTC.`,
  }),
};

function freed(domains: number): string {
  if (domains === 0) return '';
  return `, and so ${domains === 1 ? 'is its domain' : `are its ${domains} domains`}`;
}
