import { mediaAddress } from '@/lib/media/media-address';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { tileIcon } from './tile-icon';

/** The icon in the browser's tab: the site's own picture, or its tile. */
export function siteIcon(tenant: TenantInfo): { url: string; type?: string } {
  const { favicon } = tenant.settings;
  if (!favicon) return { url: tileIcon(tenant), type: 'image/svg+xml' };
  const width = favicon.width > 480 ? 480 : undefined;
  return { url: tenant.basePath + mediaAddress(favicon, width) };
}
