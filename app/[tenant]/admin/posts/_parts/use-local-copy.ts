'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { FormValues } from '@/lib/api/form-object';
import type { Autosaver, AutosaveState } from './autosaver';
import { dropLocalCopy, type LocalCopy, readLocalCopy, writeLocalCopy } from './local-copy';

interface Options {
  form: RefObject<HTMLFormElement | null>;
  saving: AutosaveState;
  saver: Autosaver;
  person: string;
  post: string | null;
  stored: FormValues;
}

const pauseMilliseconds = 200;

/**
 * Keeps what is typed in this browser until the server has it, and offers it when the page is opened
 * again: a tab was killed, the machine went to sleep on a train.
 */
export function useLocalCopy({ form, saving, saver, person, post, stored }: Options) {
  const key = `post ${person} ${post ?? 'new'}`;
  const [found, setFound] = useState<LocalCopy | null>(null);
  const [taken, setTaken] = useState<LocalCopy | null>(null);
  const [first] = useState({ key, stored });
  useEffect(() => setFound(readLocalCopy(first.key, plain(first.stored))), [first]);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      writeLocalCopy(key, element, saver.place.version);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, pauseMilliseconds);
    };
    element.addEventListener('input', soon);
    // A page that is loaded anew at once may be drawn before its last words have been saved.
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', soon);
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
    };
  }, [form, key, saver]);
  useEffect(() => {
    if (saving.kind !== 'saved') return;
    dropLocalCopy(key);
    dropLocalCopy(first.key);
  }, [saving, key, first]);
  return {
    /** What was found here and is not stored. */
    found: taken ? null : found,
    values: taken?.values ?? null,
    /** Changes when the fields must be drawn anew. */
    drawing: taken ? 'copy' : 'stored',
    take() {
      setTaken(found);
      // What was put back is not saved yet.
      saver.soon();
    },
    drop() {
      dropLocalCopy(key);
      setFound(null);
    },
  };
}

function plain(stored: FormValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, String([value].flat().at(-1) ?? '')]),
  );
}
