'use client';

import { useRef } from 'react';
import { Icon } from '@/lib/ui/icon';

/** What the browser's own dialog offers first. The server looks at the bytes, whatever is chosen. */
const offered = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/svg+xml';

interface ChooseFilesProps {
  onFiles: (files: File[]) => void;
  tone?: 'primary' | 'plain';
}

/** The button that opens the browser's dialog for pictures. */
export function ChooseFiles({ onFiles, tone = 'primary' }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={`button ${tone} script-only`}
        onClick={() => input.current?.click()}
      >
        <Icon name="plus" />
        Upload pictures
      </button>
      <input
        ref={input}
        type="file"
        accept={offered}
        multiple
        hidden
        aria-label="Pictures to upload"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file once more is a choice, too.
          target.value = '';
        }}
      />
    </>
  );
}
