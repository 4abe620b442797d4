import { planPublication } from './admin/publishing/plan-publication';
import { publishDue } from './admin/publishing/publish-due';
import { takeDownDue } from './admin/publishing/take-down-due';
import { dropSitePicture } from './admin/settings/drop-site-picture';
import { revalidateTags } from './cache/revalidate-tags';
import { domainChecks } from './domains/check-cron';
import { domainCheck } from './domains/check-job';
import { domainMail } from './domains/domain-mail';
import { releaseDomains } from './domains/hosting/release-domains';
import { addToHosting, removeFromHosting } from './domains/hosting/tell-hosting';
import { isServerless } from './env';
import { closeSupport } from './jobs/close-support';
import { housekeeping } from './jobs/housekeeping';
import { on, type Reaction } from './jobs/on';
import { placePublicBroadcast } from './jobs/place-public-broadcast';
import { purgeDeletedTenant } from './jobs/purge-deleted-tenant';
import { wire } from './jobs/wiring';
import { identityMail } from './mail/identity/identity-mail';
import { invitationMail } from './mail/invitation-mail';
import { securityEvents, securityMail } from './mail/security-mail';
import { supportMail } from './mail/support-mail';
import { transferMail } from './mail/transfer-mail';
import { welcomeMail } from './mail/welcome-mail';
import { removeFiles } from './media/remove-files-job';
import { removeTenantFiles } from './media/remove-tenant-files-job';
import { notificationDigests } from './notifications/mail/digest-cron';
import { mailDigest } from './notifications/mail/digest-job';
import { mailNotification } from './notifications/mail/mail-job';
import { deliverPublicBroadcast } from './notifications/product/deliver-public-broadcast';
import { tellOfComment } from './notifications/product/tell-of-comment';
import { tellOfInvitation } from './notifications/product/tell-of-invitation';
import { tellOfMembership } from './notifications/product/tell-of-membership';
import { tellOfPost } from './notifications/product/tell-of-post';
import { sendNotification } from './notifications/sending/send-job';
import { starterContent } from './onboarding/starter-content';
import { cutConnections } from './realtime/cut-job';
import { rekeyGroup } from './realtime/rekey-job';
import { eraseInTenant } from './removal/erase-in-tenant';
import { exportAccount } from './removal/export/export-account';
import { exportFromTenant } from './removal/export/export-from-tenant';
import { buildSearchIndex } from './search/indexing/build-job';
import { searchCheck } from './search/indexing/check-cron';
import { dropOnDeletion } from './search/indexing/drop-index-job';
import { indexPosts } from './search/indexing/index-job';
import { searchSweep } from './search/indexing/sweep-cron';

/**
 * What happens after what. Each handler gets a job of its own for each event, is repeated apart from
 * the others, and runs after the commit. Nobody else decides who hears of an event.
 */
export const reactions: Reaction[] = [
  on(['tenant.created', 'member.added'], welcomeMail),
  on('tenant.created', starterContent),
  on('tenant.transferred', transferMail),
  on('support.began', supportMail),
  on(['domain.removed', 'domain.failing', 'domain.failed'], domainMail),
  on('invitation.sent', invitationMail),
  on(securityEvents, securityMail),
  on(['post.published', 'post.updated', 'post.created'], tellOfPost),
  on(['post.created', 'post.updated', 'post.restored'], planPublication),
  on('comment.created', tellOfComment),
  on('invitation.accepted', tellOfInvitation),
  on(['member.added', 'member.updated'], tellOfMembership),
  // They do nothing where VERCEL_TOKEN is not set.
  on('domain.verified', addToHosting),
  on(['domain.removed', 'domain.failed'], removeFromHosting),
  on('tenant.deleted', releaseDomains),
  dropOnDeletion,
  on('picture.deleted', removeFiles),
  on('picture.deleted', dropSitePicture),
  on('tenant.purged', removeTenantFiles),
  // Elsewhere every process follows the event log for its own cache.
  ...(isServerless() ? [on('*', revalidateTags)] : []),
];

/** The wiring of this release, with the jobs that no event asks for and what runs by the clock. */
export const wiring = wire(reactions, {
  jobs: [
    closeSupport,
    cutConnections,
    rekeyGroup,
    domainCheck,
    identityMail,
    purgeDeletedTenant,
    revalidateTags,
    exportAccount,
    exportFromTenant,
    eraseInTenant,
    placePublicBroadcast,
    deliverPublicBroadcast,
    sendNotification,
    mailNotification,
    mailDigest,
    publishDue,
    takeDownDue,
    indexPosts,
    buildSearchIndex,
  ],
  crons: [housekeeping, domainChecks, notificationDigests, searchSweep, searchCheck],
});
