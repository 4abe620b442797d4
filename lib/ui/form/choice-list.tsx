'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../icon';
import type { Choice } from '../kit-types';
import type { FoundChoices } from './use-choices';

/** What can be picked, under the box. The focus stays in the box. */
export function ChoiceList(props: ChoiceListProps) {
  const { id, label, offered, entry, current, isBusy } = props;
  const list = useRef<HTMLDivElement>(null);
  const reached = current?.id;
  useEffect(() => {
    if (reached === undefined) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [reached]);
  return (
    <div className="choice-pop" aria-busy={isBusy}>
      <div
        ref={list}
        role="listbox"
        id={id}
        aria-label={label}
        tabIndex={-1}
        className={entry ? 'with-entry' : undefined}
      >
        {offered.map((choice) => (
          <Line key={choice.id} {...props} choice={choice}>
            {choice.label}
            {choice.note ? <span className="choice-note">{choice.note}</span> : null}
          </Line>
        ))}
        {entry ? (
          <Line {...props} choice={entry} className="choice-entry">
            <Icon name="plus" />
            <span className="choice-words">{entry.label}</span>
          </Line>
        ) : null}
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
  /** Makes a new one; always in sight, at the end. */
  entry: Choice | null;
  current?: Choice;
  pick: (choice: Choice) => void;
}

function Line({ id, current, pick, choice, className, children }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's, which has the focus
    <div
      id={`${id}-${choice.id}`}
      role="option"
      tabIndex={-1}
      className={className}
      aria-selected={choice.id === current?.id}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => pick(choice)}
    >
      {children}
    </div>
  );
}

type LineProps = Pick<ChoiceListProps, 'id' | 'current' | 'pick'> & {
  choice: Choice;
  className?: string;
  children: ReactNode;
};

function stateOf({ offered, isBusy, hasFailed }: ChoiceListProps): string {
  if (hasFailed) return 'Could not search. Type again to try once more.';
  if (isBusy) return 'Searching…';
  if (offered.length === 0) return 'Nothing found';
  return offered.length === 1 ? '1 to choose from' : `${offered.length} to choose from`;
}
