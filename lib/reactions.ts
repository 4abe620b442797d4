import { revalidateTags } from './cache/revalidate-tags';
import { isServerless } from './env';
import { housekeeping } from './jobs/housekeeping';
import { on, type Reaction } from './jobs/on';
import { purgeDeletedTenant } from './jobs/purge-deleted-tenant';
import { wire } from './jobs/wiring';
import { welcomeMail } from './mail/welcome-mail';
import { starterContent } from './onboarding/starter-content';

/**
 * What happens after what. Each handler gets a job of its own for each event, is repeated apart from
 * the others, and runs after the commit. Nobody else decides who hears of an event.
 */
export const reactions: Reaction[] = [
  on(['tenant.created', 'member.added'], welcomeMail),
  on('tenant.created', starterContent),
  // Elsewhere every process follows the event log for its own cache.
  ...(isServerless() ? [on('*', revalidateTags)] : []),
];

/** The wiring of this release, with the jobs that no event asks for and what runs by the clock. */
export const wiring = wire(reactions, {
  jobs: [purgeDeletedTenant, revalidateTags],
  crons: [housekeeping],
});
