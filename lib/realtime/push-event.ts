import { type PublishOptions, tell } from './publish';

/** The one event under which `pushEvent` travels; its own name stands inside. */
export const pushedEvent = 'app.event';

/**
 * Sends something to one person's open pages of a tenant, from server code (S2.44). Their browsers
 * drop what is of another tenant than the page's own.
 *
 * @param name - as 'import.finished'; pages listen for `pushedEvent` and look at the name.
 */
export async function pushEvent(
  { tenantId, userId }: { tenantId: string; userId: string },
  name: string,
  payload: unknown = null,
  options?: PublishOptions,
): Promise<void> {
  await tell({ kind: 'user', userId }, pushedEvent, { tenant: tenantId, name, payload }, options);
}
