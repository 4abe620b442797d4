import type { PlaceGroup } from '@/lib/admin/navigation';
import type { AdminFrame } from '@/lib/api/admin-frame';
import type { PaletteItem } from '@/lib/ui/shell/shell-types';

/** What the palette offers before anything is typed: places, things to make, other tenants. */
export function paletteItems(
  { can, tenants, tenant }: AdminFrame,
  groups: PlaceGroup[],
): PaletteItem[] {
  const places = groups
    .flatMap((group) => group.places)
    .map(({ href, label, icon, key }) => ({
      ...{ id: href, label, icon, href },
      group: 'Go to',
      keys: `g ${key}`,
    }));
  const commands: PaletteItem[] = [
    ...(can('posts.write')
      ? [command('/admin/posts/new', 'New post', { icon: 'plus', keys: 'n' })]
      : []),
    ...(can('tags.write') ? [command('/admin/tags/new', 'New tag', { icon: 'plus' })] : []),
    ...(can('invitations.write')
      ? [command('/admin/invitations/new', 'Invite somebody', { icon: 'plus' })]
      : []),
    ...(can('notifications.write')
      ? [command('/admin/notifications/new', 'New broadcast', { icon: 'plus' })]
      : []),
    command('/', 'View site', { icon: 'open', keywords: ['public', 'home'] }),
  ];
  const others = tenants
    .filter(({ id }) => id !== tenant.id)
    .map(({ id, name, role, origin, isStaff }) => ({
      ...{ id, label: `Switch to ${name}`, group: 'Tenants', icon: 'tenants' as const },
      note: `you are ${role} there`,
      href: isStaff ? `${origin}/admin` : origin,
    }));
  return [...commands, ...places, ...others];
}

function command(href: string, label: string, more: Partial<PaletteItem>): PaletteItem {
  return { id: href, label, href, group: 'Commands', ...more };
}
