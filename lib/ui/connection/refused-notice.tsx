'use client';

import { Notice } from '../list/notice';
import { TakesFocus } from '../list/takes-focus';
import type { Refused } from './refused';

/** What stands in a dialog whose act was refused. Takes the focus, as errors in fields do. */
export function RefusedNotice({ refused }: { refused: Refused | null }) {
  if (!refused) return null;
  return (
    <TakesFocus on={refused}>
      <Notice tone="bad" role="alert" title="Not done">
        <p>{refused.words}</p>
      </Notice>
    </TakesFocus>
  );
}
