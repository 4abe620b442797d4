/** Everything that may happen, by name: subject and verb. */
export const eventTypes = [
  'tenant.created',
  'tenant.suspended',
  'tenant.activated',
  'post.created',
  'post.updated',
] as const;

export type EventType = (typeof eventTypes)[number];
