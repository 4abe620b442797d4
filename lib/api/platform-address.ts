import { platformOrigin } from '../tenancy/tenant-address';

/** Where the platform itself is, with its slash: for who has no site to go back to. */
export function platformAddress(): string {
  return `${platformOrigin()}/`;
}
