'use client';

import type { MediaJson } from '@/lib/media/media-json';
import { EmptyState } from '@/lib/ui/list/empty-state';
import { OwnImage } from '@/lib/ui/own-image';
import type { useLibrary } from './use-library';

interface PictureGridProps {
  library: ReturnType<typeof useLibrary>;
  text: string;
  onChoose: (media: MediaJson) => void;
}

/** Pictures to choose one of, and what stands there where there are none. */
export function PictureGrid({ library, text, onChoose }: PictureGridProps) {
  const { pictures, next, state, more, again } = library;
  return (
    <div className="media-picker-body" aria-busy={state === 'reading'}>
      <ul className="picture-grid">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button type="button" className="picture-choice" onClick={() => onChoose(picture)}>
              <OwnImage src={picture.thumbnail} alt="" loading="lazy" />
              <span className="one-line" title={picture.fileName}>
                {picture.fileName}
              </span>
              {picture.alt ? <span className="sr-only">: {picture.alt}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {state === 'failed' ? (
        <EmptyState
          icon="picture"
          title="The library could not be read"
          tone="bad"
          act={
            again ? (
              <button type="button" className="button plain" onClick={() => void again()}>
                Try again
              </button>
            ) : undefined
          }
        >
          Everything you typed is kept.
        </EmptyState>
      ) : null}
      {state === 'read' && pictures.length === 0 ? (
        <EmptyState
          icon="picture"
          title={text === '' ? 'No pictures yet' : `Nothing found for “${text}”`}
        >
          {text === '' ? 'Upload the first one.' : 'Search for another word, or upload it.'}
        </EmptyState>
      ) : null}
      {state === 'read' && next ? (
        <button type="button" className="button plain" onClick={() => void more()}>
          Show more
        </button>
      ) : null}
      <p className="sr-only" role="status">
        {state === 'read' ? `${pictures.length} pictures shown` : ''}
      </p>
    </div>
  );
}
