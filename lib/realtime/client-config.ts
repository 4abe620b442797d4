import type { MemberContext } from '../auth/viewer';
import { realtimeApp } from './realtime-app';

/** What a page needs to connect; the server is its own host unless it says another. */
export interface ClientConfig {
  enabled: true;
  key: string;
  cluster: string;
  /** Absent: the page's own host and port. */
  host?: string;
  port?: number;
  /** Absent: as the page itself. */
  useTLS?: boolean;
  tenantId: string;
  userId: string;
}

/** Tells a page where to connect; `enabled: false` where there is no server, and for support. */
export function clientConfig({
  tenant,
  viewer,
  support,
}: Pick<MemberContext, 'tenant' | 'viewer' | 'support'>): ClientConfig | { enabled: false } {
  const app = realtimeApp();
  if (!app || support) return { enabled: false };
  const own = { enabled: true, key: app.key, tenantId: tenant.id, userId: viewer.userId } as const;
  if (app.kind === 'embedded') return { ...own, cluster: 'local' };
  const { cluster, host, port, useTLS } = app;
  return { ...own, cluster, ...(host && { host, port }), useTLS };
}
