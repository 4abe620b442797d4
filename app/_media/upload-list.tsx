'use client';

import { Icon } from '@/lib/ui/icon';
import type { UploadState } from './use-uploads';

interface UploadListProps {
  uploads: UploadState[];
  retry: (key: number) => void;
  remove: (key: number) => void;
}

/** The files on their way, each with how far it is or why it did not arrive. */
export function UploadList({ uploads, retry, remove }: UploadListProps) {
  const done = uploads.filter(({ state }) => state === 'done').length;
  if (uploads.length === 0) return null;
  return (
    <section className="uploads" aria-label="Uploads">
      <p className="sr-only" role="status">
        {done} of {uploads.length} uploaded
      </p>
      <ul>
        {uploads.map(({ key, file, part, state, error }) => (
          <li key={key} className={`upload ${state}`}>
            <span className="upload-name one-line" title={file.name}>
              {file.name}
            </span>
            <span className="upload-state">{wordsOf(state, part)}</span>
            {state === 'failed' ? (
              <button type="button" className="button plain small" onClick={() => retry(key)}>
                Try again<span className="sr-only"> {file.name}</span>
              </button>
            ) : null}
            <button
              type="button"
              className="button icon small"
              aria-label={`${state === 'sending' || state === 'waiting' ? 'Stop' : 'Hide'} ${file.name}`}
              onClick={() => remove(key)}
            >
              <Icon name="close" />
            </button>
            {state === 'sending' || state === 'waiting' ? (
              <progress className="upload-part" value={part} max={1} aria-label={file.name} />
            ) : null}
            {error ? (
              <p className="upload-error" role="alert">
                {error}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(state: UploadState['state'], part: number): string {
  if (state === 'done') return 'In the library';
  if (state === 'failed') return 'Not uploaded';
  if (state === 'waiting') return 'Waiting';
  return part < 1 ? `${Math.floor(part * 100)} %` : 'Making smaller forms';
}
