import { connection } from 'next/server';
import { platformOrigin } from '../tenancy/tenant-address';

export interface PlatformContext {
  /** Scheme and host of the root domain. */
  origin: string;
}

/**
 * The door of pages on the root host. They are made per request, so that a build needs no database
 * and one build serves any environment.
 */
export async function platformPage(): Promise<PlatformContext> {
  await connection();
  return { origin: platformOrigin() };
}
