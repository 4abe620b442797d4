'use client';

import { type ComponentProps, type RefObject, useEffect, useRef, useState } from 'react';
import { useHydrated } from '../use-hydrated';

interface Typed {
  text: string;
  from: number;
  to: number;
}

type KeptTextAreaProps = ComponentProps<'textarea'> & {
  id: string;
  ref?: RefObject<HTMLTextAreaElement | null>;
};

/**
 * A textarea that keeps what was typed into it before scripts ran. When React takes over the server's
 * markup it gives a textarea its first text again, other than an input: words and caret would be lost.
 */
export function KeptTextArea({ ref, ...props }: KeptTextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  const area = ref ?? own;
  const isDrawnByScripts = useHydrated();
  // While it takes over, the element of the markup is still as it was left. Later on, one of that id is
  // the former one of a form that is drawn anew.
  const [typed] = useState(() => (isDrawnByScripts ? null : typedInto(props.id)));
  useEffect(() => {
    // Whoever listens for changes begins in the same moment, and must hear of this one.
    if (typed) queueMicrotask(() => putBack(area.current, typed));
  }, [area, typed]);
  return <textarea {...props} ref={area} />;
}

function typedInto(id: string): Typed | null {
  if (typeof document === 'undefined') return null;
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return null;
  const isTouched = area.value !== area.defaultValue || document.activeElement === area;
  return isTouched ? { text: area.value, from: area.selectionStart, to: area.selectionEnd } : null;
}

function putBack(area: HTMLTextAreaElement | null, { text, from, to }: Typed): void {
  // What was typed since then is later.
  if (!area || area.value !== area.defaultValue) return;
  const isChange = area.value !== text;
  area.value = text;
  if (document.activeElement === area) area.setSelectionRange(from, to);
  if (isChange) area.dispatchEvent(new Event('input', { bubbles: true }));
}
