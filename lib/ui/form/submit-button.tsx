'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

/** Sends its form. While that runs a second press does nothing. */
export function SubmitButton({
  children,
  name,
  value,
  tone = 'primary',
  block,
  held,
}: SubmitProps) {
  const { pending } = useFormStatus();
  return (
    <>
      <button
        type="submit"
        name={name}
        value={value}
        className={`button ${tone === 'danger' ? 'solid-danger' : tone} ${block ? 'block' : ''}`}
        aria-disabled={pending || held || undefined}
        onClick={(event) => {
          if (pending || held) event.preventDefault();
        }}
      >
        {children}
      </button>
      <span className="sr-only" role="status">
        {pending ? 'Working…' : ''}
      </span>
    </>
  );
}

interface SubmitProps {
  children: ReactNode;
  name?: string;
  value?: string;
  tone?: 'primary' | 'danger' | 'plain' | 'quiet';
  block?: boolean;
  /** Not yet: something else has to be done first. */
  held?: boolean;
}
