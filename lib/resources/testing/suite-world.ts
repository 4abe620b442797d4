import type { Sql } from 'postgres';
import type { Permission } from '../../auth/permissions';
import type { AppClient } from '../../db/client';
import { scopedDb } from '../../db/scoped-db';
import type { TenantInfo } from '../../tenancy/tenant';
import type { ListQuery } from '../list-query';
import { readListQuery } from '../list-query';
import type { Resource } from '../resource';
import type { ResourceContext } from '../resource-context';

/** Two tenants of a test database, and somebody who may do anything in each. */
export interface SuiteWorld {
  owner: Sql;
  acme: SuiteTenant;
  globex: SuiteTenant;
}

export interface SuiteTenant {
  id: string;
  slug: string;
  authorId: string;
  ctx: ResourceContext;
}

const people = {
  Ada: '00000000-0000-4000-8000-00000000ada0',
  Bob: '00000000-0000-4000-8000-00000000b0b0',
};

/** A context of a test, as doors build them: Ada in a time zone ahead of UTC. */
export function suiteContext(
  client: AppClient,
  tenantId: string,
  {
    can = () => true,
    name = 'Ada',
  }: { can?: (permission: Permission) => boolean; name?: keyof typeof people } = {},
): ResourceContext {
  return {
    tenant: { id: tenantId, settings: { timeZone: 'Europe/Berlin' } } as TenantInfo,
    db: scopedDb(tenantId, undefined, client),
    actor: { id: people[name], name },
    requestId: 'request-1',
    can,
  };
}

/** The plain list, with something changed. */
export function listQuery(resource: Resource, changed: Partial<ListQuery> = {}): ListQuery {
  return { ...readListQuery(resource, {}), ...changed };
}
