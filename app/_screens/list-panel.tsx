'use client';

import { ConfirmContent } from '@/lib/ui/dialog/confirm-content';
import { ResourceTable, type ResourceTableProps } from '@/lib/ui/list/resource-table';
import { Outcome } from './outcome';
import type { ScreenActions } from './screen-types';
import { outcomeOf, useListAction } from './use-list-action';

type Props = Omit<ResourceTableProps, 'action'> & { action: ScreenActions['list']; base: string };

/** A list with what came of the last act on it: done, left out, or asked back (D7, D12). */
export function ListPanel({ action, base, ...table }: Props) {
  const [state, act] = useListAction(action);
  if (state?.ok && state.result.question) {
    const { title, body, button, hidden } = state.result.question;
    return (
      <div className="panel">
        <div className="panel-body">
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
  return (
    <>
      <Outcome outcome={outcomeOf(state)} />
      <ResourceTable {...table} action={act} />
    </>
  );
}
