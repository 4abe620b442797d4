'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { EditorState, Surface, SurfaceOptions } from './surface-types';

export const noState: EditorState = {
  on: new Set(),
  link: null,
  isInTable: false,
  picture: null,
  language: null,
};

/** `failed`: the plain Markdown is what is left to write in. */
export type SurfaceStage = 'coming' | 'ready' | 'failed';

type Options = Omit<SurfaceOptions, 'onState'>;

/**
 * Loads the surface once and puts it into an element. It is large, and only writers need it.
 *
 * @param options - those of the first drawing count.
 */
export function useSurface(root: RefObject<HTMLElement | null>, options: Options) {
  const [stage, setStage] = useState<SurfaceStage>('coming');
  const [state, setState] = useState(noState);
  const surface = useRef<Surface | null>(null);
  const first = useRef(options);
  useEffect(() => {
    let isGone = false;
    const place = root.current;
    if (!place) return;
    const make = async () => {
      const { createSurface } = await import('./create-surface');
      if (isGone) return;
      const made = await createSurface(place, { ...first.current, onState: setState });
      if (isGone) return made.destroy();
      surface.current = made;
      setStage('ready');
    };
    make().catch(() => {
      if (!isGone) setStage('failed');
    });
    return () => {
      isGone = true;
      surface.current?.destroy();
      surface.current = null;
      place.replaceChildren();
    };
  }, [root]);
  return { surface, stage, state };
}
