'use client';

import { useEffect, useRef, useState } from 'react';
import { withoutBasePath } from '../../base-path';
import { useBasePath } from '../base-path';
import { DialogFrame, SafeButton } from '../dialog/dialog-frame';
import { useNavigation } from '../shell/navigation-provider';
import { useFormChanges } from './use-form-changes';

/** Asks before a page with changes that are not saved is left, by a link or with the window. */
export function UnsavedGuard() {
  const mark = useRef<HTMLSpanElement>(null);
  const changes = useFormChanges(mark);
  const [goingTo, setGoingTo] = useState<string | null>(null);
  const { push } = useNavigation();
  const basePath = useBasePath();
  const isLeaving = useRef(false);

  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form || changes === 0) return;
    isLeaving.current = false;
    const leave = () => {
      isLeaving.current = true;
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isLeaving.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link) return;
      if ('discard' in link.dataset) return leave();
      event.preventDefault();
      event.stopPropagation();
      setGoingTo(link.href);
    };
    // A save that stayed here: refused, or never sent.
    const stay = () => {
      isLeaving.current = false;
    };
    form.addEventListener('submit', leave);
    form.addEventListener('reset', stay);
    window.addEventListener('beforeunload', onUnload);
    // Before the router's own listener, which sits at the root of the page.
    window.addEventListener('click', onClick, true);
    return () => {
      form.removeEventListener('submit', leave);
      form.removeEventListener('reset', stay);
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('click', onClick, true);
    };
  }, [changes]);

  return (
    <>
      <span ref={mark} hidden />
      <DialogFrame
        open={goingTo !== null}
        onOpenChange={(open) => {
          if (!open) setGoingTo(null);
        }}
        title="Leave without saving?"
      >
        <p className="dialog-words">
          {changes === 1 ? 'One change is' : `${changes} changes are`} not saved and would be lost.
        </p>
        <div className="dialog-acts">
          <SafeButton>Stay here</SafeButton>
          <button
            type="button"
            className="button solid-danger"
            onClick={() => {
              isLeaving.current = true;
              if (goingTo) go(goingTo, basePath, push);
              setGoingTo(null);
            }}
          >
            Leave without saving
          </button>
        </div>
      </DialogFrame>
    </>
  );
}

/** The link a plain click would follow in this window, if it leads away from the page. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return null;
  const { origin, pathname, search } = window.location;
  const address = new URL(link.href);
  const isHere =
    `${address.origin}${address.pathname}${address.search}` === origin + pathname + search;
  return isHere && address.hash !== '' ? null : link;
}

function go(href: string, basePath: string, push?: (href: string) => void): void {
  const address = new URL(href);
  const isOwn = address.origin === window.location.origin;
  if (push && isOwn)
    push(withoutBasePath(address.pathname, basePath) + address.search + address.hash);
  else window.location.assign(href);
}
