import { cachedForPlatform } from '../cache/cached-reads';
import { demoTenantsTag } from '../tenancy/cache-tags';
import { type DemoTenant, listDemoTenants } from '../tenancy/list-demo-tenants';

/** Gives the tenants that the root page of a demo shows; none elsewhere. */
export async function readDemoTenants(): Promise<DemoTenant[]> {
  return cachedForPlatform(demoTenantsTag, () => listDemoTenants());
}
