'use client';

import type { ReactNode } from 'react';
import { useTenant } from './tenant-provider';

interface FeatureProps {
  flag: string;
  children: ReactNode;
  /** Shown where the flag is off. */
  otherwise?: ReactNode;
}

/**
 * Shows its children where the tenant of this site has a flag, in client components (S2.36). What a
 * server component puts inside travels to the browser either way; there, use the one of lib/api.
 */
export function Feature({ flag, children, otherwise = null }: FeatureProps) {
  return useFeature(flag) ? children : otherwise;
}

/** True where the tenant of this site has the flag. */
export function useFeature(flag: string): boolean {
  const features = useTenant()?.features ?? {};
  return Object.hasOwn(features, flag) && features[flag] === true;
}
