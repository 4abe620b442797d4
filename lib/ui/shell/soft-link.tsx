'use client';

import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { PlaceLink } from '../place-link';
import { useNavigation } from './navigation-provider';

/** A link that goes through the router where there is one. */
export function SoftLink({ href, children, ...rest }: SoftLinkProps) {
  const { Link } = useNavigation();
  if (!Link || !isOwnPath(href))
    return (
      <PlaceLink href={href} {...rest}>
        {children}
      </PlaceLink>
    );
  return (
    <Link href={href} {...rest}>
      {children}
    </Link>
  );
}

type SoftLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'aria-current'> & {
  href: string;
  children: ReactNode;
  'aria-current'?: 'page';
};

/** A path of this site: other hosts and downloads leave the router alone. */
function isOwnPath(href: string): boolean {
  return href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/api/');
}
