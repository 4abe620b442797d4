'use client';

import { type RefObject, useEffect, useState } from 'react';

/** What is selected in a list. */
export interface Selection {
  count: number;
  /** Every row of the page is selected. */
  isWhole: boolean;
  /** Every match, also those on other pages. */
  isEverything: boolean;
  selectEverything: () => void;
  setAll: (isOn: boolean) => void;
}

/**
 * Reads the ticks of a form. They stay the browser's own: what was ticked before scripts ran, or
 * comes back with the history, counts.
 */
export function useSelection(form: RefObject<HTMLFormElement | null>, rowIds: string): Selection {
  const [count, setCount] = useState(0);
  const [size, setSize] = useState(0);
  const [isEverything, setEverything] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other ticks
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => {
      const boxes = ticksOf(element);
      setSize(boxes.length);
      setCount(boxes.filter(({ checked }) => checked).length);
      setEverything(false);
    };
    // What could not be sent keeps its selection, every match too.
    const readLater = (event: Event) => {
      if (!event.defaultPrevented) setTimeout(read);
    };
    read();
    element.addEventListener('change', read);
    element.addEventListener('reset', readLater);
    return () => {
      element.removeEventListener('change', read);
      element.removeEventListener('reset', readLater);
    };
  }, [form, rowIds]);

  return {
    count,
    isWhole: size > 0 && count === size,
    isEverything,
    selectEverything: () => setEverything(true),
    setAll(isOn) {
      for (const box of form.current ? ticksOf(form.current) : []) box.checked = isOn;
      setCount(isOn ? size : 0);
      setEverything(false);
    },
  };
}

function ticksOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input.row-tick')];
}
