'use client';

import { useState } from 'react';
import { Icon } from '../icon';

/** Puts a text on the clipboard and says so. `words` shows the label, not only an icon. */
export function CopyButton({ text, label, words = false }: CopyProps) {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <button
        type="button"
        className={`button quiet small script-only ${words ? '' : 'icon'}`}
        aria-label={words ? undefined : label}
        onClick={copy}
      >
        {words ? label : <Icon name={state === 'done' ? 'tick' : 'copy'} />}
      </button>
      <span className="sr-only" role="status">
        {SAID[state]}
      </span>
    </>
  );
}

interface CopyProps {
  text: string;
  label: string;
  words?: boolean;
}

const SAID = {
  idle: '',
  done: 'Copied',
  failed: 'Could not copy. Select the text and copy it by hand.',
};
