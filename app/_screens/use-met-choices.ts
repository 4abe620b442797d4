'use client';

import { useCallback, useState } from 'react';
import type { Choice } from '@/lib/ui/kit-types';

/** Remembers records by their labels: after a refused save only the ids of what was chosen come back. */
export function useMetChoices() {
  const [met] = useState(() => new Map<string, Choice>());
  const meet = useCallback(
    (choices: Choice[]) => {
      for (const choice of choices) met.set(choice.id, choice);
    },
    [met],
  );
  return { met, meet };
}
