import type { Hit } from './found';

/** What stands on a hit that only staff see. */
export function draftWord({ isScheduled }: Pick<Hit, 'isScheduled'>): string {
  return isScheduled ? 'Scheduled' : 'Draft';
}
