'use client';

import { useState } from 'react';
import { hasSingleKeys, setSingleKeys } from '@/lib/ui/shell/use-shortcuts';

/** What the keys do while the box is open, and the switch of the one that opens it. */
export function BoxFoot({ isRecent }: { isRecent: boolean }) {
  const [isOn, setOn] = useState(hasSingleKeys);
  const turn = () => {
    setSingleKeys(!isOn);
    setOn(!isOn);
  };
  return (
    <div className="box-foot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>↵</kbd> open
      </span>
      {isRecent ? (
        <span>
          <kbd>⇧</kbd> <kbd>Del</kbd> remove
        </span>
      ) : null}
      <button type="button" onClick={turn}>
        <kbd>/</kbd> {isOn ? 'opens this. Turn off' : 'is off. Turn on'}
      </button>
    </div>
  );
}
