'use client';

import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** What a link needs of the router's own link. */
export interface LinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  'aria-current'?: 'page';
}

/** How links move here. Without it they are plain links and load the page anew. */
export interface Navigation {
  Link?: ComponentType<LinkProps>;
  push?: (href: string) => void;
  /** The path as the person sees it, for marking where they are. */
  pathname?: string;
}

const Current = createContext<Navigation>({});

/** Gives the parts below the router, which they do not know themselves. */
export function NavigationProvider({ value, children }: ProviderProps) {
  return <Current value={value}>{children}</Current>;
}

interface ProviderProps {
  value: Navigation;
  children: ReactNode;
}

/** The router, as far as a provider above gave one. */
export function useNavigation(): Navigation {
  return useContext(Current);
}
