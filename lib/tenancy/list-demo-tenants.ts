import { appClient } from '../db/client';
import { homeUrlOf } from './tenant-address';
import { tenantSettingsSchema } from './tenant-settings';

/** A tenant as the root page introduces it: nothing that its own front page does not show. */
export interface DemoTenant {
  slug: string;
  name: string;
  description: string;
  brandColor: string;
  origin: string;
  domains: string[];
}

/** Gives the demo's tenants, at most 20, by slug. */
export async function listDemoTenants(client = appClient()): Promise<DemoTenant[]> {
  await client.verified();
  const rows = await client.query(
    (sql) => sql`
      select slug, name, description, brand_color, to_json(domains) as domains
      from platform.list_demo_tenants()`,
  );
  return rows.map(({ slug, name, domains, ...settings }) => {
    const given = { description: settings.description, brandColor: settings.brand_color };
    const { description, brandColor } = tenantSettingsSchema.parse(given);
    return {
      slug,
      name,
      description,
      brandColor,
      domains,
      origin: homeUrlOf(slug),
    };
  });
}
