import type { Found } from '@/lib/admin/find-in-palette';
import type { PaletteItem } from '@/lib/ui/shell/shell-types';

/** What was found, as the palette shows it. */
export function foundItems(found: Found[]): PaletteItem[] {
  return found.map(({ resource, id, title, note }) => ({
    id,
    label: title,
    group: resource === 'posts' ? 'Posts' : 'Tags',
    note,
    icon: resource === 'posts' ? 'post' : 'tag',
    href: `/admin/${resource}/${id}`,
  }));
}
