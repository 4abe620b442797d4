import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { checkDomain } from '../domains/check-domain';
import type { DomainContext } from '../domains/domain-context';
import { getDomain, getDomainRow } from '../domains/get-domain';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { type DnsServer, startDnsServer } from './dns-server';
import { openTwoTenants, type TwoTenants } from './two-tenants';

/** Two tenants, and a DNS that says what a test wants. */
export interface DomainTrial {
  world: TwoTenants;
  dns: DnsServer;
  dataDir: string;
  acme: DomainContext;
  globex: DomainContext;
  /** Puts the right TXT record of a domain into the DNS, beside those of others. */
  prove(...domains: [ctx: DomainContext, id: string][]): Promise<void>;
  check(ctx: DomainContext, id: string): Promise<string>;
  /** Lets time pass for a domain: its moments are so much longer ago. */
  age(id: string, interval: string): Promise<void>;
  /** The events of domains since the last call, as `domain.added acme`. */
  events(): Promise<string[]>;
  work(): ReturnType<typeof drainJobs>;
}

/** Sets a trial up for the tests of a file. Call it at the top of the file. */
export function prepareDomainTrial(): DomainTrial {
  const trial = {} as DomainTrial;
  let seen = 0;
  beforeAll(async () => {
    trial.world = await openTwoTenants();
    trial.dns = await startDnsServer();
    trial.dataDir = mkdtempSync(join(tmpdir(), 'tenantry-domains-'));
    Object.assign(env(), {
      ROOT_DOMAIN: 'platform.test',
      DNS_SERVER: trial.dns.address,
      DATA_DIR: trial.dataDir,
      SMTP_URL: undefined,
    });
    trial.dns.set('platform.test', 'A', '192.0.2.1');
    for (const name of ['acme', 'globex'] as const) {
      const { id, slug, ctx } = trial.world[name];
      const actor = { id: crypto.randomUUID(), name: `Owner of ${slug}` };
      trial[name] = { tenant: { id, slug }, db: ctx.db as DomainContext['db'], actor };
    }
  });
  afterAll(async () => {
    await Promise.all([trial.world.close(), trial.dns.close()]);
    rmSync(trial.dataDir, { recursive: true, force: true });
  });
  afterEach(async () => {
    await trial.world.owner`delete from platform.domains`;
    await trial.world.owner`delete from platform.jobs`;
    await trial.world.owner`update platform.events set done_at = now()`;
    await trial.events();
  });
  trial.prove = async (...domains) => {
    const rows = await Promise.all(domains.map(([ctx, id]) => getDomainRow(ctx, id)));
    const values = rows.map(({ token }) => `tenantry-verify=${token}`);
    trial.dns.set(`_tenantry-challenge.${rows[0]?.hostname}`, 'TXT', ...values);
  };
  trial.check = async (ctx, id) => {
    await checkDomain(ctx, id);
    return (await getDomain(ctx, id)).status.code;
  };
  trial.age = async (id, interval) => {
    await trial.world.owner`
      update platform.domains set created_at = created_at - ${interval}::interval,
        verified_at = verified_at - ${interval}::interval, proved_at = proved_at - ${interval}::interval,
        pending_since = pending_since - ${interval}::interval,
        failing_since = failing_since - ${interval}::interval,
        next_check_at = next_check_at - ${interval}::interval
      where id = ${id}`;
  };
  trial.events = async () => {
    const rows = await trial.world.owner`
      select e.id::int, e.type, t.slug from platform.events e join platform.tenants t on t.id = e.tenant_id
      where e.id > ${seen} and e.type like 'domain.%' order by e.id`;
    seen = rows.at(-1)?.id ?? seen;
    return rows.map(({ type, slug }) => `${type} ${slug}`);
  };
  trial.work = () => drainJobs(trial.world.client, wiring);
  return trial;
}
