'use client';

import { type RefObject, useEffect, useState } from 'react';
import { clockOf, publishWords } from './publish-words';

interface PublishButtonProps {
  form: RefObject<HTMLFormElement | null>;
  status: string;
  /** What is in the form first. */
  goesOut: string;
  zone: string | undefined;
  disabled: boolean;
}

/** The main button; it says whether the post goes out now, later, or again. */
export function PublishButton({ form, status, goesOut, zone, disabled }: PublishButtonProps) {
  const [words, setWords] = useState(() => publishWords(status, goesOut, clockOf(zone)));
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const read = () => {
      const field = element.elements.namedItem('publishedAt');
      const time = field instanceof HTMLInputElement ? field.value : '';
      setWords(publishWords(status, time, clockOf(zone)));
    };
    read();
    element.addEventListener('input', read);
    element.addEventListener('change', read);
    return () => {
      element.removeEventListener('input', read);
      element.removeEventListener('change', read);
    };
  }, [form, status, zone]);
  return (
    <button
      type="submit"
      form="record-form"
      name="_intent"
      value="publish"
      className="button primary publish"
      disabled={disabled}
    >
      {words}
    </button>
  );
}
