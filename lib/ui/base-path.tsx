'use client';

import { createContext, type ReactNode, useContext } from 'react';

const BasePath = createContext('');

/** Tells the parts below what the addresses of their site begin with: nothing, or `/acme`. */
export function BasePathProvider({ value, children }: { value: string; children: ReactNode }) {
  return <BasePath value={value}>{children}</BasePath>;
}

/** What addresses begin with here; empty unless the path names the tenant. */
export function useBasePath(): string {
  return useContext(BasePath);
}

/** Gives the address a browser needs for a path of this site; other addresses stay as they are. */
export function useAddress(): (href: string) => string {
  const basePath = useBasePath();
  return (href) => addressUnder(basePath, href);
}

/** The same outside components. */
export function addressUnder(basePath: string, href: string): string {
  if (basePath === '' || !href.startsWith('/') || href.startsWith('//')) return href;
  return href === '/' ? basePath : basePath + href;
}

/** The path of this site that an address of the browser means. */
export function pathUnder(basePath: string, address: string): string {
  const isUnder = address === basePath || address.startsWith(`${basePath}/`);
  return isUnder ? address.slice(basePath.length) || '/' : address;
}
