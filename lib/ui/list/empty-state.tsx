import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';

/** Nothing here yet: what belongs here, and one thing to do. */
export function EmptyState({ icon, title, children, act, tone = 'accent', level = 2 }: EmptyProps) {
  const Head = `h${level}` as const;
  return (
    <div className={`state ${tone}`}>
      <span className="state-icon">
        <Icon name={icon} size={20} />
      </span>
      <Head className="state-title">{title}</Head>
      <div className="state-words">{children}</div>
      {act ? <div className="state-acts">{act}</div> : null}
    </div>
  );
}

export interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ReactNode;
  act?: ReactNode;
  tone?: 'accent' | 'plain' | 'bad';
  level?: 2 | 3;
}
