import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import type { Tone } from '../kit-types';

/** A state: a word, an icon, and a colour that says the same once more. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon ?? ICONS[tone]} size={13} />
      {children}
    </span>
  );
}

interface BadgeProps {
  tone: Tone;
  icon?: IconName;
  children: ReactNode;
}

const ICONS: Record<Tone, IconName> = {
  plain: 'draft',
  good: 'check',
  moving: 'clock',
  wait: 'warning',
  bad: 'stop',
  accent: 'star',
};
