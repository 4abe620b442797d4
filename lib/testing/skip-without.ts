import { beforeEach } from 'vitest';

/**
 * Skips every test of a file or a suite, with the reason, where something cannot be had. What is set
 * up before must ask for itself.
 *
 * @param missing - why it cannot be had; null where it can.
 */
export function skipWithout(missing: string | null): void {
  if (missing !== null) beforeEach(({ skip }) => skip(missing));
}
