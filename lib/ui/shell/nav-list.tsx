'use client';

import { Icon } from '../icon';
import { currentItem } from './current-item';
import { useNavigation } from './navigation-provider';
import type { NavGroup, NavItem } from './shell-types';
import { SoftLink } from './soft-link';

/** The sections, in groups, with the one marked the person is in. */
export function NavList({ groups, current }: { groups: NavGroup[]; current?: string }) {
  const { pathname } = useNavigation();
  const here = currentItem(
    groups.flatMap(({ items }) => items),
    current ?? pathname ?? '',
  );
  return groups.map(({ label, items }) => (
    <div key={label ?? ''} className="nav-group">
      {label ? <p className="nav-label">{label}</p> : null}
      <ul aria-label={label}>
        {items.map((item) => (
          <li key={item.href}>
            <NavLine {...item} isHere={item.href === here} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

function NavLine({ href, label, icon, count, alert, isHere }: NavItem & { isHere: boolean }) {
  return (
    <SoftLink href={href} className="nav-line" aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
      {count ? (
        <span className={`count ${alert ? 'alert' : ''}`}>
          {count}
          {alert ? <span className="sr-only"> {alert}</span> : null}
        </span>
      ) : null}
    </SoftLink>
  );
}
