import type { NavItem } from './shell-types';

/**
 * The item a path belongs to: the one with the longest address that the path is at or below.
 * @returns its href, null where no item fits
 */
export function currentItem(items: NavItem[], path: string): string | null {
  const fitting = items.filter(({ href, exact }) => {
    if (path === href) return true;
    return !exact && path.startsWith(href.endsWith('/') ? href : `${href}/`);
  });
  return fitting.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null;
}
