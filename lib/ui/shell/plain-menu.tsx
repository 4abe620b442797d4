import type { ReactNode } from 'react';
import { PlaceLink } from '../place-link';
import { type MenuItem, MenuWords } from './menu-words';

/** A menu that needs no scripts: the browser's own disclosure. */
export function PlainMenu({ label, look, face, items }: PlainMenuProps) {
  return (
    <details className="plain-menu">
      <summary className={look} aria-label={label}>
        {face}
      </summary>
      <div className="menu">
        {items.map((item) => (
          <PlainLine key={`${item.label}${item.href}`} {...item} />
        ))}
      </div>
    </details>
  );
}

interface PlainMenuProps {
  label?: string;
  look: string;
  face: ReactNode;
  items: MenuItem[];
}

function PlainLine(item: MenuItem) {
  const look = `menu-line ${item.tone ?? ''}`;
  if (item.href)
    return (
      <PlaceLink
        className={look}
        href={item.href}
        aria-current={item.isCurrent ? 'page' : undefined}
      >
        <MenuWords {...item} />
      </PlaceLink>
    );
  const { submit } = item;
  return (
    <button
      type="submit"
      className={look}
      form={submit?.form}
      name={submit?.name}
      value={submit?.value}
    >
      <MenuWords {...item} />
    </button>
  );
}
