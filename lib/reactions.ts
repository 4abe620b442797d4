import { revalidateTags } from './cache/revalidate-tags';
import { isServerless } from './env';
import { housekeeping } from './jobs/housekeeping';
import { purgeDeletedTenant } from './jobs/purge-deleted-tenant';
import { type Reactions, wire } from './jobs/wiring';
import { welcomeMail } from './mail/welcome-mail';
import { starterContent } from './onboarding/starter-content';

/**
 * What happens after what: event type, or a pattern as in 'post.*' or '*.deleted', to its handlers.
 * Each handler gets a job of its own for each event, is repeated apart from the others, and runs
 * after the commit. Nobody else decides who hears of an event.
 */
export const reactions: Reactions = {
  'tenant.created': [welcomeMail, starterContent],
  'member.added': [welcomeMail],
  // Elsewhere every process follows the event log for its own cache.
  ...(isServerless() ? { '*': [revalidateTags] } : {}),
};

/** The wiring of this release, with the handlers of jobs that no event asks for. */
export const wiring = wire(reactions, [housekeeping, purgeDeletedTenant, revalidateTags]);
