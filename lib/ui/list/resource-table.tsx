'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { HiddenFields } from '../form/hidden-fields';
import type { Total } from '../format-count';
import type { FormAction, Hidden, Noun } from '../kit-types';
import { BulkBar } from './bulk-bar';
import { placeColumns } from './column-drops';
import { ListQuestion, type Question } from './list-question';
import { TableHead } from './table-head';
import { TableLine } from './table-line';
import type { BulkAct, RowAct, Sort, TableColumn, TableRow } from './table-types';
import { useSelection } from './use-selection';

/**
 * A list of records with what can be done to them. Without scripts it is a form with ticks and
 * buttons, and links to sort by (D1, D2, D12).
 */
export function ResourceTable(props: ResourceTableProps) {
  const { caption, noun, title, rows, bulk = [], total, action } = props;
  const ownId = useId();
  const formId = props.id ?? `list-${ownId}`;
  const form = useRef<HTMLFormElement>(null);
  const selection = useSelection(form, rows.map(({ id }) => id).join());
  const [question, setQuestion] = useState<Question | null>(null);
  const canSelect = bulk.length > 0;
  const hasActs = rows.some(({ acts, button }) => acts?.length || button);
  const actsWidth = rows.some(({ button }) => button) ? 10 : 3.5;
  const columns = placeColumns(props.columns, actsWidth - 3.5);

  const askRow = (act: RowAct, row: TableRow) =>
    setQuestion({
      words: act.confirm,
      count: 1,
      name: row.title,
      fields: { rowAct: `${act.submit}:${row.id}` },
    });
  const askBulk = (act: BulkAct) =>
    setQuestion({
      words: act.confirm,
      count: selection.isEverything && total ? total.count : selection.count,
      fields: { act: act.value },
    });

  return (
    <>
      <section className={`panel list ${props.tabs ? 'under-tabs' : ''}`} aria-label={caption}>
        {props.filter}
        {rows.length === 0 ? (
          props.empty
        ) : (
          <form
            ref={form}
            id={formId}
            action={action}
            method={typeof action === 'string' ? 'post' : undefined}
          >
            <NoButton />
            <HiddenFields fields={props.hidden} />
            <table className={`rows ${canSelect ? 'with-ticks' : ''}`}>
              <caption className="sr-only">{caption}</caption>
              <TableHead
                {...{ title, columns, hasActs, actsWidth }}
                selectAll={
                  canSelect ? (
                    <PageTick count={selection.count} isWhole={selection.isWhole} noun={noun}>
                      {selection.setAll}
                    </PageTick>
                  ) : undefined
                }
              />
              <tbody>
                {rows.map((row) => (
                  <TableLine
                    key={row.id}
                    ask={askRow}
                    {...{ row, columns, formId, hasActs, canSelect }}
                  />
                ))}
              </tbody>
            </table>
          </form>
        )}
        {props.pager}
      </section>
      {canSelect && rows.length > 0 ? (
        <BulkBar acts={bulk} ask={askBulk} {...{ selection, formId, noun, total }} />
      ) : null}
      <ListQuestion question={question} close={() => setQuestion(null)} {...{ formId, noun }} />
    </>
  );
}

export interface ResourceTableProps {
  /** What the list shows and how it is sorted: "Posts, newest change first". */
  caption: string;
  noun: Noun;
  title: { label: string; sort?: Sort };
  columns: TableColumn[];
  rows: TableRow[];
  id?: string;
  action?: FormAction;
  hidden?: Hidden;
  bulk?: BulkAct[];
  total?: Total;
  filter?: ReactNode;
  pager?: ReactNode;
  /** Shown instead of the table where there are no rows. */
  empty?: ReactNode;
  /** Saved views stand right above. */
  tabs?: boolean;
}

/**
 * Enter in a tick presses the first button of its form, which must not be somebody's "Publish".
 * Outside a dialog the method `dialog` sends nothing, and scripts stop it as well.
 */
function NoButton() {
  return (
    <button type="submit" formMethod="dialog" hidden onClick={(event) => event.preventDefault()} />
  );
}

function PageTick({ count, isWhole, noun, children: setAll }: PageTickProps) {
  const box = useRef<HTMLInputElement>(null);
  const isMixed = count > 0 && !isWhole;
  useEffect(() => {
    if (!box.current) return;
    box.current.indeterminate = isMixed;
    box.current.checked = isWhole;
  }, [isMixed, isWhole]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="checkbox"
      aria-label={`Select every ${noun.one} on this page`}
      onChange={() => setAll(!isWhole)}
    />
  );
}

interface PageTickProps {
  count: number;
  isWhole: boolean;
  noun: Noun;
  children: (isOn: boolean) => void;
}
