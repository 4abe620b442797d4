import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';

/** One line of a menu: a link, or a button that sends a form elsewhere on the page. */
export interface MenuItem {
  label: string;
  note?: string;
  icon?: IconName;
  /** Instead of an icon. */
  picture?: ReactNode;
  tone?: 'bad';
  isCurrent?: boolean;
  href?: string;
  submit?: { form: string; name: string; value: string };
  /** With scripts this happens instead, as a question first. */
  run?: () => void;
}

/** What a line of a menu shows. */
export function MenuWords({ icon, picture, label, note, isCurrent }: MenuItem) {
  return (
    <>
      {picture ?? (icon ? <Icon name={icon} /> : null)}
      <span className="menu-words">
        <span className="one-line">{label}</span>
        {note ? <span className="menu-note one-line">{note}</span> : null}
      </span>
      {isCurrent ? <Icon name="tick" /> : null}
    </>
  );
}
