'use client';

import { Flash } from '@/lib/ui/dialog/flash';
import { Notice } from '@/lib/ui/list/notice';
import { TakesFocus } from '@/lib/ui/list/takes-focus';
import { LeftOut } from './left-out';
import type { ListOutcome } from './screen-types';
import { UndoButton } from './undo-button';
import { UndoFlash } from './undo-flash';
import type { UndoPlace } from './undo-trash';

/** What came of an act: a toast when all went well, else a notice that says what was left out. */
export function Outcome({ outcome, undo }: { outcome: ListOutcome | null; undo?: UndoPlace }) {
  if (!outcome) return null;
  const { id, text, tone, left, trashed } = outcome;
  if (left.length === 0 && tone === 'good') {
    return trashed && undo ? (
      <UndoFlash key={id} id={id} message={text} ids={trashed} place={undo} />
    ) : (
      <Flash key={id} message={text} id={id} />
    );
  }
  return (
    <TakesFocus on={id}>
      <Notice
        tone={tone}
        role={tone === 'bad' ? 'alert' : 'status'}
        act={trashed && undo ? <UndoButton key={id} ids={trashed} place={undo} /> : undefined}
      >
        <p>{text}</p>
        <LeftOut left={left} />
      </Notice>
    </TakesFocus>
  );
}
