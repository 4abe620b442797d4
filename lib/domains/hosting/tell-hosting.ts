import { eq } from 'drizzle-orm';
import { domains } from '../../db/schema/platform';
import { env } from '../../env';
import { defineHandler, definePlatformHandler, type Job } from '../../jobs/handler';
import { findTenantId } from '../../tenancy/find-tenant-id';
import { type HostingClient, vercelClient } from './vercel-client';

/**
 * Adds a verified domain to the hosting platform, where there is one. What it says is kept beside the
 * domain; while it fails, the domain stays as it is and the job is tried again.
 */
export const addToHosting = defineHandler({
  kind: 'domains.add-to-hosting',
  whileSuspended: true,
  run: async ({ db }, { event }) => {
    const hostname = nameOf(event);
    const client = hostingClient();
    if (!client || !hostname) return;
    const note = (hostingState: 'ready' | 'pending' | 'failed', hostingNote: string) =>
      db.write((tx) =>
        tx.update(domains).set({ hostingState, hostingNote }).where(eq(domains.hostname, hostname)),
      );
    try {
      const said = await agree(client, hostname);
      if (said) await note(said.state, said.note);
    } catch (error) {
      await note('failed', error instanceof Error ? error.message : 'It could not be told.');
      throw error;
    }
  },
});

/** The same for a domain that was removed, moved or lost; its tenant may be gone too. */
export const removeFromHosting = definePlatformHandler({
  kind: 'domains.remove-from-hosting',
  run: async ({ event }) => {
    const hostname = nameOf(event);
    const client = hostingClient();
    if (client && hostname) await agree(client, hostname);
  },
});

/**
 * Brings the hosting platform to what is true now: events of one name may be handled in any order, so
 * each asks who has it.
 */
export async function agree(client: HostingClient, hostname: string, find = findTenantId) {
  const isServed = (await find({ kind: 'domain', hostname })) !== null;
  if (isServed) return client.add(hostname);
  await client.remove(hostname);
  return null;
}

function nameOf(event: Job['event']): string {
  return typeof event?.payload.label === 'string' ? event.payload.label : '';
}

/** The client of the hosting platform, or null where there is none. */
export function hostingClient(): HostingClient | null {
  const { VERCEL_TOKEN: token, VERCEL_PROJECT_ID: projectId, VERCEL_TEAM_ID: teamId } = env();
  return token && projectId ? vercelClient({ token, projectId, teamId }) : null;
}
