import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import { SoftLink } from './soft-link';

/** A link that looks like a button, because it starts something. */
export function ButtonLink({ href, icon, tone = 'plain', small, wide, children }: ButtonLinkProps) {
  const look = `button ${tone} ${small ? 'small' : ''} ${wide ? 'wide-only' : ''}`;
  return (
    <SoftLink href={href} className={look.replace(/\s+/g, ' ').trim()}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </SoftLink>
  );
}

interface ButtonLinkProps {
  href: string;
  icon?: IconName;
  tone?: 'primary' | 'plain' | 'quiet' | 'danger';
  small?: boolean;
  /** Left out where there is little room. */
  wide?: boolean;
  children: ReactNode;
}
