import type { Sql } from 'postgres';
import { afterAll, beforeAll } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { testDatabase } from './database';
import { type MadeTenant, makeTenant } from './make-tenant';

/** A database with some tenants, each with one tag `news` that bears the tenant's slug for a name. */
export interface PreparedTenants {
  owner: Sql;
  appUrl: string;
  /** Three connections for all, and patience. The pool of the process is left without an address. */
  client: AppClient;
  tenants: MadeTenant[];
}

/** Sets it up for the tests of a file. Call it at the top of the file. */
export function prepareTenants(slugs: string[]): PreparedTenants {
  const prepared = { tenants: [] as MadeTenant[] } as PreparedTenants;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    drop = database.drop;
    prepared.appUrl = database.appUrl;
    prepared.owner = openOwnerClient(database.ownerUrl);
    prepared.client = createAppClient(database.appUrl, {
      max: 3,
      patienceMilliseconds: 30_000,
    });
    Object.assign(env(), { DATABASE_URL: undefined, DATABASE_OWNER_URL: database.ownerUrl });
    for (const slug of slugs) {
      const tenant = await makeTenant(prepared.owner, slug);
      await prepared.owner`
        insert into tags (tenant_id, slug, name) values (${tenant.id}, 'news', ${slug})`;
      prepared.tenants.push(tenant);
    }
  });
  afterAll(async () => {
    await Promise.all([prepared.owner.end(), prepared.client.end()]);
    await drop();
  });
  return prepared;
}
