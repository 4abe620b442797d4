import type { LucideIcon } from 'lucide-react';
import { CONTENT_ICONS } from './icons/content-icons';
import { EDITOR_ICONS } from './icons/editor-icons';
import { SIGN_ICONS } from './icons/sign-icons';

const ICONS = { ...CONTENT_ICONS, ...SIGN_ICONS, ...EDITOR_ICONS } satisfies Record<
  string,
  LucideIcon
>;

/** Icons by what they mean here, so that plain data can name one. */
export type IconName = keyof typeof ICONS;

/** A picture beside a word, never instead of one: it is hidden from assistive technology. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const Picture: LucideIcon = ICONS[name];
  return <Picture size={size} strokeWidth={size < 14 ? 2 : 1.75} aria-hidden />;
}
