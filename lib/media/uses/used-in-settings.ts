import { tenants } from '../../db/schema/platform';
import { tenantSettingsSchema } from '../../tenancy/tenant-settings';
import type { PictureUser } from './picture-use';

/** The site itself, where it is its logo or its icon. */
export const usedInSettings: PictureUser = async (tx, id) => {
  const [row] = await tx
    .select({ id: tenants.id, name: tenants.name, settings: tenants.settings })
    .from(tenants);
  if (!row) return [];
  const { logo, favicon } = tenantSettingsSchema.parse(row.settings);
  const use = (how: string) => ({ resource: 'settings', id: row.id, label: row.name, how });
  return [
    ...(logo?.id === id ? [use('Logo')] : []),
    ...(favicon?.id === id ? [use('Icon of the browser’s tab')] : []),
  ];
};
