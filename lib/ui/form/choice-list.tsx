'use client';

import type { Choice } from '../kit-types';
import type { FoundChoices } from './use-choices';

/** What can be picked, under the box. The focus stays in the box. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, label, offered, current, pick, isBusy } = props;
  return (
    <div className="choice-pop" aria-busy={isBusy}>
      <div role="listbox" id={id} aria-label={label} tabIndex={-1}>
        {offered.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's, which has the focus
          <div
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            {choice.label}
            {choice.note ? <span className="choice-note">{choice.note}</span> : null}
          </div>
        ))}
      </div>
      <p className="choice-state" role="status">
        {stateOf(props)}
      </p>
    </div>
  );
}

interface ChoiceListProps extends FoundChoices {
  id: string;
  label: string;
  offered: Choice[];
  current?: Choice;
  pick: (choice: Choice) => void;
}

function stateOf({ offered, isBusy, hasFailed }: ChoiceListProps): string {
  if (hasFailed) return 'Could not search. Type again to try once more.';
  if (isBusy) return 'Searching…';
  if (offered.length === 0) return 'Nothing found';
  return offered.length === 1 ? '1 to choose from' : `${offered.length} to choose from`;
}
