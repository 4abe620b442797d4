'use client';

import { Notice } from '../list/notice';
import { TakesFocus } from '../list/takes-focus';
import { type Unsent, unsentWords } from './unsent';
import { useAway } from './use-away';

/** What stands above a form that could not be sent. Takes the focus, as errors in fields do. */
export function UnsentNotice({ unsent, title = 'Not saved' }: UnsentNoticeProps) {
  const isAway = useAway();
  if (!unsent) return null;
  return (
    <TakesFocus on={unsent}>
      <Notice
        tone="bad"
        role="alert"
        icon={unsent.why === 'large' ? undefined : 'offline'}
        title={title}
      >
        <p>{unsentWords(unsent.why, isAway)}</p>
      </Notice>
    </TakesFocus>
  );
}

interface UnsentNoticeProps {
  unsent: { why: Unsent } | null;
  /** What did not happen. */
  title?: string;
}
