import type { ComponentProps } from 'react';
import type { DomainView } from '@/lib/domains/domain-view';
import type { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import { removeDomain } from '../actions';

/** What removing a domain does, said before it is done. */
export function removeQuestion(domain: DomainView): ComponentProps<typeof ConfirmPage> {
  const { id, name, isVerified, isPrimary } = domain;
  return {
    title: `Remove ${name}?`,
    children: isVerified
      ? 'The site stops answering there at once. Its other addresses still work.'
      : 'Nothing answers there yet, and nobody looks for its records any more.',
    goesAlong: isVerified
      ? [
          'links that lead there, and the sign-in there',
          ...(isPrimary
            ? ['its place as primary domain: addresses name the platform’s again']
            : []),
        ]
      : [],
    undo: 'You can add it again. It then gets a new TXT record.',
    action: removeDomain,
    hidden: { id },
    confirm: { label: 'Remove domain' },
    cancel: { label: 'Keep domain', href: '/admin/domains' },
  };
}
