'use client';

import { type ComponentProps, createContext, useContext } from 'react';
import { AdminShell } from '@/lib/ui/shell/admin-shell';
import { useNavigation } from '@/lib/ui/shell/navigation-provider';
import type { TenantLink } from '@/lib/ui/shell/shell-types';

const InFrame = createContext(false);

type FrameProps = Omit<ComponentProps<typeof AdminShell>, 'tenants'> & {
  /** `origin` instead of `href`: only the browser knows which section is to be kept. */
  tenants: (Omit<TenantLink, 'href'> & { origin: string; hasAdmin: boolean })[];
};

/** The frame of the admin, with a switcher that keeps the section (D30). */
export function AdminFrame({ tenants, ...shell }: FrameProps) {
  const { pathname = '/admin' } = useNavigation();
  const section = sectionOf(pathname);
  const links = tenants.map(({ origin, hasAdmin, ...tenant }) => ({
    ...tenant,
    href: hasAdmin ? origin + section : origin,
  }));
  return (
    <InFrame value={true}>
      <AdminShell {...shell} tenants={links} />
    </InFrame>
  );
}

/** True inside the admin's frame; false where a page stands alone, as for who may not see it. */
export function useInAdminFrame(): boolean {
  return useContext(InFrame);
}

/** The list a path belongs to: another tenant has no record of this id. */
function sectionOf(path: string): string {
  return /^\/admin(\/[a-z-]+)?/.exec(path)?.[0] ?? '/admin';
}
