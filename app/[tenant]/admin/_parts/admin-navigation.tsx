'use client';

import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import { withoutBasePath } from '@/lib/base-path';
import { useAddress, useBasePath } from '@/lib/ui/base-path';
import { whenReachable } from '@/lib/ui/connection/stay-here';
import { useBusyWhile } from '@/lib/ui/shell/busy';
import { type LinkProps, NavigationProvider } from '@/lib/ui/shell/navigation-provider';
import { LinkBusy } from './link-busy';

/** Gives the shell and everything in it the router: links inside the admin do not load anew. */
export function AdminNavigation({ children }: { children: ReactNode }) {
  const router = useRouter();
  const basePath = useBasePath();
  const address = useAddress();
  const pathname = withoutBasePath(shownPath(usePathname(), basePath), basePath);
  const [isGoing, go] = useTransition();
  useBusyWhile(isGoing);
  const push = (href: string) => void whenReachable(() => go(() => router.push(address(href))));
  return (
    <NavigationProvider value={{ Link: AdminLink, push, pathname }}>{children}</NavigationProvider>
  );
}

/**
 * The public site has its own styles, so links to it load it anew. Nothing is fetched ahead: every
 * page here costs a session check and a query.
 */
function AdminLink({ href, children, ...rest }: LinkProps) {
  const address = useAddress()(href);
  if (!/^\/admin(?=$|[/?#])/.test(href)) {
    return (
      <a href={address} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={address} prefetch={false} {...rest}>
      {children}
      <LinkBusy />
    </Link>
  );
}

/** On the server, behind the host rewrite, the path carries the tenant's internal segment. */
function shownPath(path: string, basePath: string): string {
  return path.replace(/^\/(~|%7e)[^/]*/i, basePath) || '/';
}
