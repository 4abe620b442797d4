import { revalidateTags } from './cache/revalidate-tags';
import { domainCheck } from './domains/check-job';
import { domainMail } from './domains/domain-mail';
import { addToHosting, removeFromHosting } from './domains/hosting/tell-hosting';
import { isServerless } from './env';
import { housekeeping } from './jobs/housekeeping';
import { type Reactions, wire } from './jobs/wiring';
import { welcomeMail } from './mail/welcome-mail';

/**
 * What happens after what: event type, or a pattern as in 'post.*' or '*.deleted', to its handlers.
 * Each handler gets a job of its own for each event, is repeated apart from the others, and runs
 * after the commit. Nobody else decides who hears of an event.
 */
export const reactions: Reactions = {
  'tenant.created': [welcomeMail],
  'member.added': [welcomeMail],
  // They do nothing where VERCEL_TOKEN is not set.
  'domain.verified': [addToHosting],
  'domain.removed': [domainMail, removeFromHosting],
  'domain.failing': [domainMail],
  'domain.failed': [domainMail, removeFromHosting],
  // Elsewhere every process follows the event log for its own cache.
  ...(isServerless() ? { '*': [revalidateTags] } : {}),
};

/** The wiring of this release, with the handlers of jobs that no event asks for. */
export const wiring = wire(reactions, [housekeeping, revalidateTags, domainCheck]);
