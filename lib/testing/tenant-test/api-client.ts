import { randomUUID } from 'node:crypto';
import { tenantRestPlace } from '../../api/rest-place';
import { signPair } from '../../auth/tokens/token-pair';
import type { MemberContext } from '../../auth/viewer';
import { tenantApi } from '../../rest/tenant-api';
import { getTenant } from '../../tenancy/get-tenant';
import { tenantContext } from '../../tenancy/tenant-context';
import { askApi, type Told } from '../ask-api';
import type { TestTenant } from './test-tenant';
import type { TestWorld } from './test-world';

type Headers = Record<string, string>;

/** Asks the REST API of one tenant, below `/api/v1`. */
export interface ApiClient {
  /** The same as somebody, with an access token of theirs; without it nobody in particular asks. */
  as(person: MemberContext): ApiClient;
  get(path: string, headers?: Headers): Promise<Told>;
  post(path: string, body?: unknown, headers?: Headers): Promise<Told>;
  patch(path: string, body: unknown, headers?: Headers): Promise<Told>;
  delete(path: string, headers?: Headers): Promise<Told>;
}

type TokenOf = () => Promise<string | undefined>;

/**
 * Gives the API of a tenant's host, in this process: all of it but the password is what a program
 * on the net meets. Who is no member comes with a token of the tenant where they are one.
 */
export function apiClient(world: TestWorld, { id, slug }: TestTenant): ApiClient {
  const app = tenantApi();
  const tokens = new Map<string, Promise<string>>();
  const clientOf = (tokenOf: TokenOf): ApiClient => {
    const ask = async (method: string, path: string, body: unknown, headers?: Headers) => {
      const ctx = tenantContext(await getTenant(id, world.client), { client: world.client });
      const place = tenantRestPlace(ctx, 'test-request');
      const asked = { app, place, host: `${slug}.localhost:3000` };
      return askApi(asked, method, path, { token: await tokenOf(), body, headers });
    };
    return {
      as: ({ viewer }) =>
        clientOf(() => {
          const known = tokens.get(viewer.userId) ?? openToken(world, viewer.userId, id);
          tokens.set(viewer.userId, known);
          return known;
        }),
      get: (path, headers) => ask('GET', path, undefined, headers),
      post: (path, body, headers) => ask('POST', path, body, headers),
      patch: (path, body, headers) => ask('PATCH', path, body, headers),
      delete: (path, headers) => ask('DELETE', path, undefined, headers),
    };
  };
  return clientOf(async () => undefined);
}

/** What `POST /token` does once the password is right. */
async function openToken({ owner, client }: TestWorld, userId: string, tenantId: string) {
  const [home] = await owner`
    select tenant_id as realm from platform.memberships where user_id = ${userId}
    order by tenant_id = ${tenantId} desc limit 1`;
  const refreshId = randomUUID();
  const [row] = await client.query(
    (sql) => sql`
      select platform.open_api_session(${userId}, ${home?.realm ?? null}, ${refreshId}, 3600,
        'a test', '127.0.0.1', 'test-request') as id`,
  );
  if (!home || !row?.id) throw new Error('Who is a member nowhere gets no token.');
  const { access } = await signPair(home.realm, { userId, sessionId: row.id, refreshId });
  return access;
}
