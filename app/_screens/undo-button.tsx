'use client';

import { useState } from 'react';
import { PlaceLink } from '@/lib/ui/place-link';
import { useHydrated } from '@/lib/ui/use-hydrated';
import { type UndoPlace, undoTrash } from './undo-trash';

/** The way back inside a notice, for what went to the trash when not all of it did. */
export function UndoButton({ ids, place }: { ids: string[]; place: UndoPlace }) {
  const [isUsed, setUsed] = useState(false);
  const hasScripts = useHydrated();
  if (isUsed || !hasScripts || ids.length === 0) {
    return (
      <PlaceLink className="button plain small" href={place.trashHref}>
        Open trash
      </PlaceLink>
    );
  }
  return (
    <button
      type="button"
      className="button plain small"
      onClick={() => {
        setUsed(true);
        undoTrash(place, ids);
      }}
    >
      Undo
    </button>
  );
}
