import type { TenantInfo } from '@/lib/tenancy/tenant';
import { createAccent } from '@/lib/theme/accent';
import { escapeHtml } from '@/lib/ui/escape-html';
import { firstLetter } from '@/lib/ui/first-letter';

/** The tenant's tile as the icon in the browser's tab: a data address, so no request of its own. */
export function tileIcon({ name, settings }: TenantInfo): string {
  const { brand, onBrand } = createAccent(settings.brandColor);
  const face = `fill="${onBrand}" font-family="system-ui,sans-serif" font-weight="700" font-size="18"`;
  const letter = `<text x="16" y="22.5" text-anchor="middle" ${face}>${escapeHtml(firstLetter(name))}</text>`;
  const tile = `<rect width="32" height="32" rx="8" fill="${brand}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${tile}${letter}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
