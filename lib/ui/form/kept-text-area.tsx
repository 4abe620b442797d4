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
    const element = area.current;
    if (!typed || !element) return;
    // Whoever counts changes begins in the same moment: with what is stored, and to hear of this one.
    // An empty one React leaves as it is.
    if (element.value === typed.text) element.value = element.defaultValue;
    queueMicrotask(() => putBack(element, typed));
  }, [area, typed]);
  // A browser that fills in what was typed on an earlier visit would change it unasked.
  return <textarea autoComplete="off" {...props} ref={area} />;
}

/** Taking over may be broken off by a key, and begun again after the text was reset. */
const seen = new WeakMap<HTMLTextAreaElement, Typed>();

function typedInto(id: string): Typed | null {
  if (typeof document === 'undefined') return null;
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return null;
  const isChanged = area.value !== area.defaultValue;
  if (isChanged || (document.activeElement === area && !seen.has(area))) {
    seen.set(area, { text: area.value, from: area.selectionStart, to: area.selectionEnd });
  }
  return seen.get(area) ?? null;
}

function putBack(area: HTMLTextAreaElement, { text, from, to }: Typed): void {
  // What was typed since then is later.
  if (area.value !== area.defaultValue) return;
  const isChange = area.value !== text;
  area.value = text;
  if (document.activeElement === area) area.setSelectionRange(from, to);
  if (isChange) area.dispatchEvent(new Event('input', { bubbles: true }));
}
