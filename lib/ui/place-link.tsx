'use client';

import type { AnchorHTMLAttributes } from 'react';
import { useAddress } from './base-path';

/** A plain link: to a path of this site, wherever the site stands, or to anywhere else. */
export function PlaceLink({ href, children, ...rest }: PlaceLinkProps) {
  const address = useAddress();
  return (
    <a href={address(href)} {...rest}>
      {children}
    </a>
  );
}

type PlaceLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };
