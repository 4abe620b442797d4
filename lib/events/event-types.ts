/** What may happen to a row of any resource. */
export const recordVerbs = ['created', 'updated', 'trashed', 'restored', 'deleted'] as const;

export type RecordVerb = (typeof recordVerbs)[number];

/** Everything else that may happen, by name: subject and verb. */
export const eventTypes = [
  'post.published',
  'post.unpublished',
  'platform.entered',
  'tenant.created',
  'tenant.suspended',
  'tenant.activated',
  'tenant.updated',
  'user.created',
  'user.deactivated',
  'user.reactivated',
  'member.added',
  'domain.added',
  'domain.verified',
  'domain.failing',
  'domain.failed',
  'domain.removed',
  'session.opened',
  'session.ended',
] as const;

/** As in 'post.created': the first word is the resource's singular. */
export type EventType = (typeof eventTypes)[number] | `${string}.${RecordVerb}`;
