'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { withBasePath } from '../base-path';

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
  return (href) => withBasePath(href, basePath);
}
