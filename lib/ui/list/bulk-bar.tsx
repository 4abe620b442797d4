'use client';

import { formatCount, formatTotal, type Total } from '../format-count';
import { Icon } from '../icon';
import type { Noun } from '../kit-types';
import type { BulkAct } from './table-types';
import type { Selection } from './use-selection';

/** What can be done with the selected records, while some are selected. */
export function BulkBar({ acts, selection, formId, noun, total, ask }: BulkBarProps) {
  const { count, isEverything } = selection;
  return (
    <section
      className="bulk"
      aria-label={`Selected ${noun.other}`}
      data-idle={count === 0 ? true : undefined}
    >
      <p className="bulk-count" role="status">
        {count === 0 ? '' : wordsFor(count, isEverything, total)}
      </p>
      <Everything {...{ selection, formId, noun, total }} />
      {acts.map((act) => (
        <button
          key={act.value}
          type="submit"
          form={formId}
          name="act"
          value={act.value}
          className={`button small ${act.tone ?? ''}`}
          onClick={(event) => {
            if (!act.confirm) return;
            event.preventDefault();
            ask(act);
          }}
        >
          {act.icon ? <Icon name={act.icon} /> : null}
          <ActWords {...act} />
        </button>
      ))}
      <button
        type="button"
        className="button icon small script-only"
        aria-label="Clear the selection"
        onClick={() => selection.setAll(false)}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

interface BulkBarProps {
  acts: BulkAct[];
  selection: Selection;
  formId: string;
  noun: Noun;
  total?: Total;
  ask: (act: BulkAct) => void;
}

type EverythingProps = Pick<BulkBarProps, 'selection' | 'formId' | 'noun' | 'total'>;

/** Every match at once, where there are more than the page shows. */
function Everything({ selection, formId, noun, total }: EverythingProps) {
  const { count, isEverything, selectEverything } = selection;
  if (isEverything) return <input type="hidden" name="all" value="1" form={formId} />;
  if (!total) return null;
  return (
    <>
      <noscript>
        <label className="bulk-all">
          <input type="checkbox" className="checkbox" name="all" value="1" form={formId} />
          All {total.exact ? formatCount(total.count, noun) : `${formatTotal(total)} ${noun.other}`}
        </label>
      </noscript>
      {total.count > count ? (
        <button type="button" className="bulk-link script-only" onClick={selectEverything}>
          Select all {formatTotal(total)}
        </button>
      ) : null}
    </>
  );
}

function ActWords({ label, short }: BulkAct) {
  if (!short) return label;
  return (
    <>
      <span className="wide-only">{label}</span>
      <span className="narrow-only">{short}</span>
    </>
  );
}

function wordsFor(count: number, isEverything: boolean, total?: Total): string {
  return isEverything && total ? `All ${formatTotal(total)} selected` : `${count} selected`;
}
