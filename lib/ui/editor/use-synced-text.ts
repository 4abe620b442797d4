'use client';

import { type RefObject, useEffect, useMemo } from 'react';

const pauseMilliseconds = 250;

/**
 * Keeps a field of a form equal to a text that is written elsewhere: a moment after each change, and
 * at the latest when the form is read. The form hears of it as of typing.
 */
export function useSyncedText(area: RefObject<HTMLTextAreaElement | null>) {
  const sync = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: (() => string | undefined) | null = null;
    const now = () => {
      clearTimeout(timer);
      const text = waiting?.();
      waiting = null;
      if (text === undefined || !area.current || area.current.value === text) return;
      area.current.value = text;
      area.current.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const soon = (read: () => string | undefined) => {
      waiting = read;
      clearTimeout(timer);
      timer = setTimeout(now, pauseMilliseconds);
    };
    return { now, soon };
  }, [area]);
  useEffect(() => {
    const form = area.current?.form;
    if (!form) return;
    const onData = ({ formData }: FormDataEvent) => {
      sync.now();
      if (area.current) formData.set(area.current.name, area.current.value);
    };
    form.addEventListener('formdata', onData);
    return () => {
      sync.now();
      form.removeEventListener('formdata', onData);
    };
  }, [area, sync]);
  return sync;
}
