import type { IconName } from '../icon';
import type { FormAction, Hidden } from '../kit-types';

/** One place in the navigation. */
export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  count?: string;
  /** Words after the count where it needs someone: "need attention". */
  alert?: string;
  /** Current on this very path only, not below it. */
  exact?: boolean;
}

export interface NavGroup {
  label?: string;
  items: NavItem[];
}

/** A tenant the person belongs to. */
export interface TenantLink {
  name: string;
  host: string;
  /** The same section there, or its start page. */
  href: string;
  role: string;
  colors?: { brand: string; onBrand: string };
  current?: boolean;
}

/** Who is signed in. */
export interface PersonFacts {
  name: string;
  email: string;
  /** In words: "Owner". */
  role: string;
}

export interface PersonLink {
  href: string;
  label: string;
  icon?: IconName;
}

export interface SignOut {
  action: FormAction;
  hidden?: Hidden;
}

/** Something the palette finds: a place, a record or a command. */
export interface PaletteItem {
  id: string;
  label: string;
  group: string;
  note?: string;
  icon?: IconName;
  href: string;
  /** Shortcut: "n", or "g p" for one key after the other. */
  keys?: string;
  /** Other words it is found by. */
  keywords?: string[];
}

export interface PaletteProps {
  items: PaletteItem[];
  search?: (text: string) => Promise<PaletteItem[]>;
  /** Words of the box. */
  label?: string;
}
