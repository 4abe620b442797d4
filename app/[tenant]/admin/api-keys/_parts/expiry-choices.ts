import { InvalidInput } from '@/lib/errors';
import type { Choice } from '@/lib/ui/kit-types';

/** How long a key may live: days, or for ever. */
export const expiryChoices: Choice[] = [
  { id: '7', label: '7 days' },
  { id: '30', label: '30 days' },
  { id: '90', label: '90 days' },
  { id: '365', label: 'One year' },
  { id: 'never', label: 'Never' },
];

export const usualExpiry = '90';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The moment a choice means, from now; null is never.
 *
 * @throws InvalidInput for what is no choice: nothing must come to live for ever by accident.
 */
export function expiresAfter(choice: string): Date | null {
  if (!expiryChoices.some(({ id }) => id === choice)) {
    throw new InvalidInput({ expiry: ['Choose when it expires.'] });
  }
  return choice === 'never' ? null : new Date(Date.now() + Number(choice) * dayMilliseconds);
}
