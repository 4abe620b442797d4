'use client';

import { startTransition } from 'react';
import { connection } from '@/lib/ui/connection/connection';
import { unsentBy, unsentWords } from '@/lib/ui/connection/unsent';
import { showToast } from '@/lib/ui/dialog/show-toast';
import { formatCount } from '@/lib/ui/format-count';
import type { Noun } from '@/lib/ui/kit-types';
import type { ListOutcome, ScreenActions } from './screen-types';
import { outcomeOf } from './use-list-action';

/** What undoing goes by: the list's own action, which asks for all rights again. */
export interface UndoPlace {
  action: ScreenActions['list'];
  /** Name of the resource. */
  resource: string;
  noun: Noun;
  trashHref: string;
}

/** Takes exactly these records out of the trash again, and says what came of it (D37). */
export function undoTrash(place: UndoPlace, ids: string[]): void {
  const toast = `undo ${ids[0]}`;
  showToast(`Restoring ${formatCount(ids.length, place.noun)}…`, { id: toast });
  // The answer brings the list along; Next wants that inside a transition.
  startTransition(async () => {
    try {
      tell(outcomeOf(await place.action(null, formOf(place, ids))), place, toast);
    } catch (error) {
      const why = unsentBy(error);
      if (!why) throw error;
      await connection.check();
      const again = { label: 'Try again', run: () => undoTrash(place, ids) };
      const words = unsentWords(why, connection.isAway());
      showToast(`Nothing was restored. ${words}`, { tone: 'bad', act: again, id: toast });
    }
  });
}

function formOf({ resource }: UndoPlace, ids: string[]): FormData {
  const form = new FormData();
  form.set('_resource', resource);
  form.set('act', 'restore');
  for (const id of ids) form.append('id', id);
  return form;
}

const mostReasons = 3;

function tell(outcome: ListOutcome | null, { trashHref }: UndoPlace, id: string): void {
  if (!outcome) return;
  const { text, tone, left } = outcome;
  if (tone === 'good') {
    showToast(text, { id });
    return;
  }
  const reasons = left.slice(0, mostReasons).map(({ label, why }) => `${label}: ${why}`);
  const more =
    left.length > mostReasons ? [`${left.length - mostReasons} more are in the trash.`] : [];
  showToast([text, ...reasons, ...more].join(' '), {
    tone: 'bad',
    act: { label: 'Open trash', href: trashHref },
    id,
  });
}
