import type { Resource } from '../../resources/resource';

let held: readonly Resource[] | null = null;

/** Says what the admin is made of. The registry does, once: what its own resources ask must not import it. */
export function holdResources(resources: readonly Resource[]): void {
  held = resources;
}

/**
 * What the admin is made of.
 *
 * @throws Error where the registry was not loaded: with a part of the rights known, everybody would
 *   seem to have all of them.
 */
export function heldResources(): readonly Resource[] {
  if (!held) throw new Error('lib/admin/registry must be loaded before rights are compared.');
  return held;
}
