import { Icon } from '../icon';
import { SoftLink } from '../shell/soft-link';

/** Saved views of a list, or the parts of a record. */
export function ViewTabs({ label, tabs }: { label: string; tabs: ViewTab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label: words, count, current, shared }) => (
        <SoftLink key={href} href={href} aria-current={current ? 'page' : undefined}>
          {shared ? <Icon name="people" /> : null}
          {words}
          {count ? <span className="count">{count}</span> : null}
          {shared ? <span className="sr-only">, shared</span> : null}
        </SoftLink>
      ))}
    </nav>
  );
}

interface ViewTab {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
  /** Others see it, too. */
  shared?: boolean;
}
