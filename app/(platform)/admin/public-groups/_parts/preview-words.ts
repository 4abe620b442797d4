import type { PublicPreview } from '@/lib/console/public-groups/preview-public-broadcast';
import { formatCount, formatNumber } from '@/lib/ui/format-count';

/** Says whom a message reaches, and whom it does not. */
export function previewWords({ people, reached, tenants }: PublicPreview): string {
  if (people === 0) return 'Nobody is in the group yet, so there is nobody to write to.';
  const left = people - reached;
  const without = `${formatNumber(left)} ${left === 1 ? 'belongs' : 'belong'} to no site that serves, and ${left === 1 ? 'gets' : 'get'} nothing.`;
  if (reached === 0) return `Nobody would get it: ${without}`;
  const who = formatCount(reached, { one: 'person gets it', other: 'people get it once each' });
  const where = formatCount(tenants, { one: 'site', other: 'sites' });
  const told = `${who}, in ${where}: where they begin, else where they have been longest.`;
  return left === 0 ? told : `${told} ${without}`;
}
