'use client';

import type { ReactNode } from 'react';
import { UnsentNotice } from '@/lib/ui/connection/unsent-notice';
import { ConfirmContent } from '@/lib/ui/dialog/confirm-content';
import { ResourceTable, type ResourceTableProps } from '@/lib/ui/list/resource-table';
import { useBusyWhile } from '@/lib/ui/shell/busy';
import { Outcome } from './outcome';
import type { ScreenActions } from './screen-types';
import { outcomeOf, useListAction } from './use-list-action';

interface Props extends Omit<ResourceTableProps, 'action' | 'tabs'> {
  action: ScreenActions['list'];
  /** Name of the resource. */
  resource: string;
  base: string;
  /** Saved views, right above the table. */
  views?: ReactNode;
}

/** A list with what came of the last act on it: done, left out, or asked back (D7, D12). */
export function ListPanel({ action, resource, base, views, ...table }: Props) {
  const { state, act, isPending, unsent } = useListAction(action);
  useBusyWhile(isPending);
  if (state?.ok && state.result.question) {
    const { title, body, button, hidden } = state.result.question;
    return (
      <div className="panel">
        <div className="panel-body">
          <UnsentNotice unsent={unsent} title="Nothing was changed" />
          <ConfirmContent
            title={title}
            action={act}
            hidden={hidden}
            confirm={{ label: button, tone: 'danger' }}
            cancel={{ label: `Keep ${table.noun.other}`, href: base }}
          >
            {body}
          </ConfirmContent>
        </div>
      </div>
    );
  }
  const undo = { action, resource, noun: table.noun, trashHref: `${base}?trash=1` };
  return (
    <>
      <div className="list-told">
        <UnsentNotice unsent={unsent} title="Nothing was changed" />
        <Outcome outcome={outcomeOf(state)} undo={undo} />
      </div>
      {views}
      <ResourceTable {...table} action={act} tabs={views !== undefined} />
    </>
  );
}
