'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';
import { useAddress } from '@/lib/ui/base-path';

/** The router's link, to a path of this site wherever the site stands. */
export function SiteLink({ href, ...rest }: ComponentProps<typeof Link> & { href: string }) {
  const address = useAddress();
  return <Link href={address(href)} {...rest} />;
}
