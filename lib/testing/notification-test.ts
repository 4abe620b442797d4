import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Email } from 'postal-mime';
import { env } from '../env';
import { type Drained, drainJobs } from '../jobs/drain-jobs';
import { definePlatformHandler } from '../jobs/handler';
import type { Reaction } from '../jobs/on';
import { wire } from '../jobs/wiring';
import { mailDigest } from '../notifications/mail/digest-job';
import { mailNotification } from '../notifications/mail/mail-job';
import { sendNotification } from '../notifications/sending/send-job';
import { listenForPusher } from './pusher-listener';
import { takeMails } from './take-mails';
import { tenantApiTest } from './tenant-test/tenant-api-test';
import type { TestPerson, TestTenant } from './tenant-test/test-tenant';
import type { TestWorld } from './tenant-test/test-world';

/** What the database asks for when people come and go: of no interest here. */
const others = ['realtime.cut', 'realtime.rekey'].map((kind) =>
  definePlatformHandler({ kind, run: async () => {} }),
);

/** The jobs of notifications, and nothing that follows from other events. */
export const notificationJobs = [sendNotification, mailNotification, mailDigest];

const usual = wire([], { jobs: [...notificationJobs, ...others] });

/** Works off what notifications have asked for. */
export function drain({ client }: TestWorld, reactions?: Reaction[]): Promise<Drained> {
  const jobs = [...notificationJobs, ...others];
  return drainJobs(client, reactions ? wire(reactions, { jobs }) : usual);
}

/**
 * {@link tenantApiTest} with `told`, which keeps what is said to browsers, and `mails`, which empties
 * the mailbox.
 */
export function notificationTest() {
  return (
    tenantApiTest({ rows: async () => {} })
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads the wanted fixtures from it
      .extend('told', { scope: 'file' }, async ({}, { onCleanup }) => {
        const listener = await listenForPusher();
        onCleanup(listener.stop);
        return listener;
      })
      // biome-ignore lint/correctness/noEmptyPattern: the same
      .extend('mails', { scope: 'file' }, async ({}, { onCleanup }) => {
        const folder = mkdtempSync(join(tmpdir(), 'tenantry-notices-'));
        onCleanup(async () => rmSync(folder, { recursive: true, force: true }));
        Object.assign(env(), { DATA_DIR: folder, SMTP_URL: undefined });
        return (): Promise<Email[]> => takeMails(join(folder, 'mail'));
      })
  );
}

/** Adds members without names that could matter, in one statement. */
export async function addMembers({ owner }: TestWorld, { id }: TestTenant, n: number) {
  const rows = await owner`
    with people as (
      insert into platform.users (email, name)
      select gen_random_uuid() || '@many.example.com', 'One of many' from generate_series(1, ${n})
      returning id)
    insert into platform.memberships (tenant_id, user_id) select ${id}, id from people
    returning user_id`;
  return rows.map((row) => String(row.user_id));
}

/** Deactivates somebody, or takes it back, behind everybody's back. */
export function setActive(
  { owner }: TestWorld,
  { id }: TestTenant,
  person: TestPerson,
  isActive: boolean,
) {
  return owner`
    update platform.memberships set deactivated_at = case when ${isActive} then null else now() end
    where tenant_id = ${id} and user_id = ${person.id}`;
}

/** Who has a receipt of a notification, by name of their account, with what became of it. */
export async function receiptsOf({ owner }: TestWorld, notificationId: string) {
  return owner`
    select r.*, u.name from notification_receipts r join platform.users u on u.id = r.user_id
    where r.notification_id = ${notificationId} order by r.user_id`;
}

/** The only notification of a kind that a tenant has. */
export async function onlyOne({ owner }: TestWorld, { id }: TestTenant, kind: string) {
  const rows = await owner`select * from notifications where tenant_id = ${id} and kind = ${kind}`;
  if (rows.length !== 1) throw new Error(`There are ${rows.length} of the kind ${kind}.`);
  return rows[0] as Record<string, unknown> & { id: string };
}
