import type { PlatformLifeCycleHandler } from '../../jobs/on';
import { agree, hostingClient } from './tell-hosting';

/** Takes the domains of a deleted tenant off the hosting platform, where there is one. */
export const releaseDomains: PlatformLifeCycleHandler<'tenant.deleted'> = {
  kind: 'domains.release',
  as: 'platform',
  run: async ({ payload }) => {
    const client = hostingClient();
    const names = Array.isArray(payload.domains) ? payload.domains.map(String) : [];
    if (client) for (const name of names) await agree(client, name);
  },
};
