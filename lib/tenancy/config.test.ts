import { afterEach, describe, expect, test } from 'vitest';
import { domains, tenants } from '../db/schema/platform';
import { env } from '../env';
import { NoTenantBound } from '../errors';
import { mockTenant } from '../testing/mock-tenant';
import { tenancyConfig } from './config';
import { runAsTenant } from './run-as-tenant';
import { slugFault } from './slug-fault';
import {
  getCurrentTenant,
  getDomainModel,
  getTenantBackend,
  getTenantModel,
} from './tenant-models';

const before = { ...env() };
afterEach(() => void Object.assign(env(), before));

describe('the configuration of tenancy', () => {
  test('has a default for everything', () => {
    expect(tenancyConfig()).toMatchObject({
      ...{ publicHost: 'localhost:3000', publicTenantName: 'public', masterTenantName: 'platform' },
      ...{ resolvers: ['domain', 'subdomain'], excludedSubdomains: ['www', 'api', 'admin'] },
      db: { master: 'tenantry_owner', public: 'tenantry_app', defaultSchema: 'pool' },
      cache: { master: 'platform:', tenant: 't:' },
    });
  });
  test('follows the environment', () => {
    Object.assign(env(), { ROOT_DOMAIN: 'example.com,example.org', MASTER_TENANT_NAME: 'hq' });
    const { publicHost, rootHosts, masterTenantName, tables } = tenancyConfig();
    expect([publicHost, rootHosts, masterTenantName]).toEqual([
      ...['example.com', ['example.com', 'example.org'], 'hq'],
    ]);
    expect(tables).toEqual({ tenant: tenants, domain: domains });
  });
  test('keeps its names for itself', () => {
    expect(slugFault('public')).toContain('is kept for the platform');
    expect(slugFault('hq')).toBeNull();
    env().PUBLIC_TENANT_NAME = 'hq';
    expect([slugFault('hq'), slugFault('public')]).toEqual([expect.stringContaining('kept'), null]);
  });
});

describe('what other frameworks call get_tenant_model and the like', () => {
  test('gives the tables', () => {
    expect([getTenantModel(), getDomainModel()]).toEqual([tenants, domains]);
  });
  test('gives the tenant at hand and its backend, and throws where none is', async () => {
    expect(() => getCurrentTenant()).toThrow(NoTenantBound);
    expect(() => getTenantBackend()).toThrow(NoTenantBound);
    const tenant = mockTenant();
    await runAsTenant(tenant, () => {
      expect(getCurrentTenant().equals(tenant)).toBe(true);
      const { db, ...place } = getTenantBackend();
      expect(place).toEqual({ placement: 'row', schema: 'pool' });
      expect(db.tenantId).toBe(tenant.id);
    });
  });
});
