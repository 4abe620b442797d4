import type { ReactNode } from 'react';
import { findCurrent } from '../tenancy/context';
import { type FeatureName, hasFeature } from '../tenancy/tenant-features';

interface FeatureProps {
  flag: FeatureName;
  children: ReactNode;
  /** Shown where the flag is off. */
  otherwise?: ReactNode;
}

/**
 * Shows its children where the tenant of the page has a flag, in server components (S2.36): what is
 * hidden is not made, and nothing of it leaves the server. Where no tenant is, nothing has flags.
 */
export function Feature({ flag, children, otherwise = null }: FeatureProps) {
  const ctx = findCurrent();
  return ctx && hasFeature(ctx.tenant, flag) ? children : otherwise;
}
