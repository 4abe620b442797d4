'use client';

import type { MouseEvent } from 'react';
import { BoxLine } from './box-line';
import type { BoxOption } from './box-options';

interface ListProps {
  id: string;
  options: BoxOption[];
  current: BoxOption | null;
  choose: (option: BoxOption, event: MouseEvent) => void;
  isBusy: boolean;
}

/** What the box offers. A list without lines is none. */
export function BoxList({ id, options, current, choose, isBusy }: ListProps) {
  const [first] = options;
  if (!first) return null;
  const label = first.kind === 'recent' ? 'Recent searches' : 'Articles';
  return (
    <div id={id} role="listbox" aria-label={label} className="box-list" aria-busy={isBusy}>
      {options.map((option) => (
        <BoxLine
          key={option.id}
          option={option}
          isCurrent={option.id === current?.id}
          choose={choose}
        />
      ))}
    </div>
  );
}
