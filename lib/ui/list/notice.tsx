import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';

/** Something a person should know on this page: what, what follows, what to do. */
export function Notice({ tone, title, children, act, role, icon }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon name={icon ?? ICONS[tone]} />
      <div className="notice-words">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
      {act ? <div className="notice-act">{act}</div> : null}
    </div>
  );
}

export interface NoticeProps {
  tone: 'info' | 'wait' | 'good' | 'bad';
  title?: string;
  children?: ReactNode;
  act?: ReactNode;
  role?: 'alert' | 'status';
  icon?: IconName;
}

const ICONS: Record<NoticeProps['tone'], IconName> = {
  info: 'info',
  wait: 'warning',
  good: 'check',
  bad: 'alert',
};
