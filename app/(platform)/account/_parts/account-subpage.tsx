import type { ReactNode } from 'react';
import { Panel } from '@/lib/ui/list/panel';
import { AccountFrame } from './account-frame';

interface AccountSubpageProps {
  title: string;
  /** What the form does. */
  lead: string;
  children: ReactNode;
}

/** The frame of a page where one thing about the account is changed. */
export function AccountSubpage({ title, lead, children }: AccountSubpageProps) {
  return (
    <AccountFrame title={title} lead={lead} isNarrow>
      <Panel>
        <div className="grid gap-4">{children}</div>
      </Panel>
    </AccountFrame>
  );
}
