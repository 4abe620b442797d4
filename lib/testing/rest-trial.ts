import './rest-environment';

import type { Sql } from 'postgres';
import { rootRestPlace, tenantRestPlace } from '../api/rest-place';
import { issueTokens } from '../auth/tokens/issue-tokens';
import type { TokenPair } from '../auth/tokens/token-pair';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { seedDemo } from '../demo/seed-demo';
import type { RequestLimits } from '../limits/request-limits';
import { platformApi } from '../rest/platform-api';
import type { RestApp } from '../rest/rest-app';
import type { RestPlace } from '../rest/rest-context';
import { tenantApi } from '../rest/tenant-api';
import { getTenant } from '../tenancy/get-tenant';
import type { TenantContext } from '../tenancy/tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { type AskOptions, askApi, type Told } from './ask-api';
import { testDatabase } from './database';

/** Where a request of a trial is made to: a tenant's host by its slug, or the root host. */
export type Host = 'acme' | 'globex' | 'root';

export type { AskOptions, Told };

/** The demo's two tenants, and the API of each host, without a server. */
export interface RestTrial {
  owner: Sql;
  client: AppClient;
  tenants: { acme: TenantContext; globex: TenantContext };
  /** Signs somebody of the demo in. */
  signIn(host: Host, name: string): Promise<TokenPair>;
  ask(host: Host, method: string, path: string, options?: AskOptions): Promise<Told>;
  end(): Promise<void>;
}

const noLimits: RequestLimits = { take: async () => ({}) };

/** Makes what tests of the API need. Call it in `beforeAll`, and `end` in `afterAll`. */
export async function restTrial(limits: RequestLimits = noLimits): Promise<RestTrial> {
  const database = await testDatabase();
  const owner = openOwnerClient(database.ownerUrl);
  const client = createAppClient(database.appUrl, { max: 5 });
  // What the web process keeps there: the pool that everything takes unless told otherwise.
  Object.assign(globalThis, { tenantryClient: client });
  await seedDemo(owner, client);
  const [acme, globex] = await Promise.all([open(owner, 'acme'), open(owner, 'globex')]);
  const apis = { tenant: tenantApi(limits), platform: platformApi(limits) };
  const placeOf = (host: Host) =>
    host === 'root'
      ? rootRestPlace('test-request')
      : tenantRestPlace(host === 'acme' ? acme : globex, 'test-request');
  return {
    owner,
    client,
    tenants: { acme, globex },
    signIn: (host, name) =>
      issueTokens({
        email: `${name}@example.com`,
        password: 'demo-password',
        realm: placeOf(host).realm,
        address: '10.0.0.1',
        userAgent: 'vitest',
        requestId: 'test-sign-in',
      }),
    ask: (host, method, path, options) => {
      const app = (host === 'root' ? apis.platform : apis.tenant) as unknown as RestApp<never>;
      const name = host === 'root' ? 'localhost:3000' : `${host}.localhost:3000`;
      const asked = { app, place: placeOf(host) as RestPlace<never>, host: name };
      return askApi(asked, method, path, options);
    },
    end: async () => {
      await Promise.all([owner.end(), client.end()]);
      await database.drop();
    },
  };
}

async function open(owner: Sql, slug: string): Promise<TenantContext> {
  const [row] = await owner`select id from platform.tenants where slug = ${slug}`;
  return tenantContext(await getTenant(row?.id));
}
