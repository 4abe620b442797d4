'use client';

import { Flash } from '@/lib/ui/dialog/flash';
import { type UndoPlace, undoTrash } from './undo-trash';

interface UndoFlashProps {
  message: string;
  /** Tells one message from the next. */
  id: string;
  /** Records that can be taken back; none where they are too many for that. */
  ids: string[];
  place: UndoPlace;
}

/** Says what went to the trash, with the way back: at once with scripts, else by the trash. */
export function UndoFlash({ message, id, ids, place }: UndoFlashProps) {
  const run = () => undoTrash(place, ids);
  return (
    <Flash
      message={message}
      id={id}
      act={{ label: 'Open trash', href: place.trashHref }}
      scripted={ids.length > 0 ? { label: 'Undo', run } : undefined}
    />
  );
}
