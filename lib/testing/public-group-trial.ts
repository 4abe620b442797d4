import { createAppClient } from '../db/client';
import { consoleDb } from '../db/console-db';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { definePlatformHandler } from '../jobs/handler';
import { placePublicBroadcast } from '../jobs/place-public-broadcast';
import { wire } from '../jobs/wiring';
import { deliverPublicBroadcast } from '../notifications/product/deliver-public-broadcast';
import { sendNotification } from '../notifications/sending/send-job';
import type { Actor } from '../tenancy/tenant';
import { type ConsoleTrial, consoleTrial } from './console-trial';
import { listenForPusher, type PusherListener } from './pusher-listener';

/** Of no interest here. */
const others = ['realtime.cut', 'realtime.rekey'].map((kind) =>
  definePlatformHandler({ kind, run: async () => {} }),
);

const wiring = wire([], {
  jobs: [placePublicBroadcast, deliverPublicBroadcast, sendNotification, ...others],
});

/** A database with two tenants and a superuser, groups across tenants, and the jobs of broadcasts. */
export interface PublicGroupTrial extends ConsoleTrial {
  told: PusherListener;
  /** What a door of the console makes of a session of this person, which is opened anew. */
  contextOf(userId: string, changed?: Record<string, unknown>): Promise<TrialContext>;
  /** Makes somebody a member; the first of several joined first. */
  join(userId: string, ...tenantIds: string[]): Promise<void>;
  addGroup(name: string, ...userIds: string[]): Promise<string>;
  epochOf(groupId: string): Promise<number>;
  /** Who has which notification, as "ada at acme: Hello". */
  receipts(): Promise<string[]>;
  /** Forgets groups, what was said and what was done; everybody is active where they are. */
  clear(): Promise<void>;
  /** Works off what is due. */
  drain(): Promise<Record<string, number>>;
}

type Scopes = ReturnType<typeof consoleDb>;

interface TrialContext {
  tenant: null;
  db: Scopes;
  actor: Actor;
  requestId: string;
  can: () => true;
}

/** Call it in `beforeAll`, and `end` in `afterAll`. */
export async function publicGroupTrial(): Promise<PublicGroupTrial> {
  const trial = await consoleTrial();
  const { owner } = trial;
  // Jobs run beside each other.
  const client = createAppClient(trial.database.appUrl, { max: 8 });
  Object.assign(env(), { DATABASE_URL: trial.database.appUrl });
  Object.assign(globalThis, { tenantryClient: client });
  const told = await listenForPusher();
  return {
    ...{ ...trial, client, told },
    async contextOf(userId, changed) {
      const db = consoleDb(await trial.openSession(userId, changed), client);
      const actor = { id: userId, name: 'Root' };
      return { tenant: null, db, actor, requestId: 'r1', can: () => true };
    },
    async join(userId, ...tenantIds) {
      for (const [at, tenantId] of tenantIds.entries()) {
        await owner`
          insert into platform.memberships (tenant_id, user_id, joined_at)
          values (${tenantId}, ${userId}, ${new Date(Date.UTC(2026, 0, 1 + at))})`;
      }
    },
    async addGroup(name, ...userIds) {
      const [row] = await owner`
        insert into platform.public_groups (name) values (${name}) returning id`;
      for (const id of userIds) {
        await owner`
          insert into platform.public_group_members (group_id, user_id) values (${row?.id}, ${id})`;
      }
      return String(row?.id);
    },
    async epochOf(groupId) {
      const [row] = await owner`select epoch from platform.public_groups where id = ${groupId}`;
      return Number(row?.epoch);
    },
    async receipts() {
      const rows = await owner`
        select u.name || ' at ' || t.slug || ': ' || n.title as line
        from notification_receipts r join notifications n on n.id = r.notification_id
        join platform.users u on u.id = r.user_id join platform.tenants t on t.id = r.tenant_id
        order by 1`;
      return rows.map(({ line }) => String(line));
    },
    async clear() {
      await owner`delete from notifications`;
      for (const table of ['public_broadcasts', 'public_groups', 'events', 'jobs']) {
        await owner`delete from ${owner(`platform.${table}`)}`;
      }
      await owner`update platform.memberships set deactivated_at = null`;
      await owner`update platform.users set default_tenant_id = null`;
      await owner`update platform.tenants set status = 'active', suspended_at = null`;
      told.take();
    },
    drain: async () => ({ ...(await drainJobs(client, wiring)).jobs }),
    async end() {
      await Promise.all([told.stop(), client.end()]);
      await trial.end();
    },
  };
}
