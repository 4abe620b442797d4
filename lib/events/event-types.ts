import type { LifeCycleType } from './life-cycle';

/** What may happen to a row of any resource. */
export const recordVerbs = ['created', 'updated', 'trashed', 'restored', 'deleted'] as const;

export type RecordVerb = (typeof recordVerbs)[number];

/** Everything else that may happen, by name: subject and verb. */
export const eventTypes = [
  'post.published',
  'post.unpublished',
  'platform.entered',
  'command.wrote',
  'tenant.created',
  'tenant.migrated',
  'tenant.activated',
  'tenant.deactivated',
  'tenant.deleted',
  'tenant.restored',
  'tenant.updated',
  'tenant.maintenance',
  'tenant.renamed',
  'tenant.transferred',
  'tenant.purged',
  'domain.added',
  'domain.verified',
  'domain.failing',
  'domain.failed',
  'domain.removed',
  'tenant.limit-near',
  'tenant.limit-reached',
  'user.created',
  'user.deactivated',
  'user.reactivated',
  'user.password-changed',
  'user.deleted',
  'user.new-device',
  'user.locked-out',
  'user.two-factor-on',
  'user.two-factor-off',
  'user.recovery-code-used',
  'user.recovery-codes-made',
  'user.erased',
  'user.exported',
  'member.added',
  'member.removed',
  'member.unlocked',
  'member.deactivated',
  'member.reactivated',
  'member.reset-mailed',
  'invitation.sent',
  'invitation.revoked',
  'invitation.accepted',
  'support.began',
  'support.ended',
  'support.granted',
  'support.withdrawn',
  'session.opened',
  'session.ended',
  'identity.connected',
  'identity.disconnected',
  'api-key.created',
  'api-key.revoked',
  'public-group.member-added',
  'public-group.member-removed',
  'public-group.sent',
  'job.retried',
  'job.discarded',
  'search.build-asked',
  'search.sent-again',
  'notification.sent',
  'notification.scheduled',
  'notification.cancelled',
  'comment.approved',
  'comment.refused',
  'comment.marked',
] as const;

/** As in 'post.created': the first word is the resource's singular. */
export type EventType = (typeof eventTypes)[number] | LifeCycleType | `${string}.${RecordVerb}`;

/**
 * Names that types had in earlier releases. The audit log keeps what it was told, so both are looked
 * for, and what still waits under the old one is delivered as the new one.
 */
export const formerTypes: Record<string, string> = { 'tenant.suspended': 'tenant.deactivated' };
