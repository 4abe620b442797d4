'use client';

import type { ReactNode } from 'react';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { ConfirmPage } from '@/lib/ui/dialog/confirm-page';
import type { Hidden } from '@/lib/ui/kit-types';
import { Outcome } from './outcome';
import type { ScreenActions } from './screen-types';
import { outcomeOf, useListAction } from './use-list-action';

interface DeletePanelProps {
  action: ScreenActions['list'];
  title: string;
  /** What is deleted as well. */
  lines: string[];
  words?: ReactNode;
  undo: string;
  button: string;
  keep: { label: string; href: string };
  hidden: Hidden;
}

/** The question of a confirm page; says so when it could not be done. */
export function DeletePanel({
  action,
  title,
  lines,
  words,
  undo,
  button,
  keep,
  hidden,
}: DeletePanelProps) {
  const { state, act, unsent } = useListAction(action);
  return (
    <>
      <UnsentNotice unsent={unsent} title="Nothing was changed" />
      <Outcome outcome={outcomeOf(state)} />
      <ConfirmPage
        title={title}
        goesAlong={lines}
        undo={undo}
        action={act}
        hidden={hidden}
        confirm={{ label: button, tone: 'danger' }}
        cancel={keep}
      >
        {words}
      </ConfirmPage>
    </>
  );
}
