import type { Sql } from 'postgres';
import { type AppClient, appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { type SuiteTenant, suiteContext } from '../resources/testing/suite-world';
import { testDatabase } from './database';
import { makeTenant } from './make-tenant';

/** A database of a test file with the tenants acme and globex, and a context for each. */
export interface TwoTenants {
  owner: Sql;
  ownerUrl: string;
  client: AppClient;
  acme: SuiteTenant;
  globex: SuiteTenant;
  close(): Promise<void>;
}

/** Makes them. Call it in `beforeAll`, and `close` in `afterAll`. */
export async function openTwoTenants(): Promise<TwoTenants> {
  const database = await testDatabase();
  const owner = openOwnerClient(database.ownerUrl);
  // The process's own pool: some things outside any tenant go through no other.
  env().DATABASE_URL = database.appUrl;
  const client = appClient();
  const open = async (slug: string) => {
    const tenant = await makeTenant(owner, slug);
    return { ...tenant, ctx: suiteContext(client, tenant.id) };
  };
  const [acme, globex] = [await open('acme'), await open('globex')];
  const close = async () => {
    await Promise.all([owner.end(), client.end()]);
    await database.drop();
  };
  return { owner, ownerUrl: database.ownerUrl, client, acme, globex, close };
}
