'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** What a browser may know of the tenant it is on: nothing that its pages do not show. */
export interface PublicTenant {
  slug: string;
  name: string;
  origin: string;
  brandColor: string;
  theme: 'system' | 'light' | 'dark';
  locale: string;
  timeZone: string;
  /** Flags by name; `<Feature>` and useFeature ask them. */
  features: Record<string, boolean>;
  /** What the tenant itself puts into header and footer. */
  headerLinks: { label: string; href: string }[];
  footerLinks: { label: string; href: string }[];
}

/** Whose pages these are; tenant is null where no site answers. */
export interface SiteFacts {
  tenant: PublicTenant | null;
  /** Address of Tenantry's own home page. */
  platformOrigin: string;
}

const Facts = createContext<SiteFacts | null>(null);

/** Tells the client parts below whose site they are on. Set once, by the tenant's layout. */
export function TenantProvider({ value, children }: { value: SiteFacts; children: ReactNode }) {
  return <Facts value={value}>{children}</Facts>;
}

/** The tenant of this site, or null where there is none. */
export function useTenant(): PublicTenant | null {
  return useContext(Facts)?.tenant ?? null;
}

/** Address of Tenantry's own home page; null outside tenant hosts. */
export function usePlatformOrigin(): string | null {
  return useContext(Facts)?.platformOrigin ?? null;
}
