'use client';

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Autosaver, type AutosaverOptions, type AutosaveState } from './autosaver';

/**
 * Saves a form while somebody writes in it (D14): in every pause, when the page is hidden, and before
 * it goes.
 *
 * @param isOn - false where somebody else writes.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  isOn: boolean,
  options: Omit<AutosaverOptions, 'onState'>,
) {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' });
  const first = useRef(options);
  const saver = useMemo(() => new Autosaver({ ...first.current, onState: setState }), []);
  useEffect(() => {
    const element = form.current;
    if (!element || !isOn) return;
    saver.watch(element);
    const changed = () => saver.soon();
    const leave = () => saver.leave();
    const hide = () => {
      if (document.visibilityState === 'hidden') saver.leave();
    };
    const back = () => saver.soon();
    element.addEventListener('input', changed);
    element.addEventListener('change', changed);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', back);
    return () => {
      saver.leave();
      element.removeEventListener('input', changed);
      element.removeEventListener('change', changed);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', back);
    };
  }, [form, isOn, saver]);
  return { state, saver };
}
