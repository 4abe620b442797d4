'use client';

import { Menu as MenuSign } from 'lucide-react';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { Icon } from '../icon';

/** The navigation where there is no room for it: behind a button, over the page. */
export function NavDrawer({ label, children }: { label: string; children: ReactNode }) {
  const drawer = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="button icon drawer-button script-only"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        onClick={() => drawer.current?.showModal()}
      >
        <MenuSign size={20} strokeWidth={1.75} aria-hidden />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself */}
      <dialog ref={drawer} aria-label={label} className="nav-drawer" onClick={closeOnChoice}>
        <form method="dialog" className="drawer-head">
          <button type="submit" className="button icon" aria-label="Close navigation">
            <Icon name="close" size={20} />
          </button>
        </form>
        {children}
      </dialog>
    </>
  );
}

// A link inside, or the ground beside the drawer, which counts as the dialog itself.
function closeOnChoice(event: MouseEvent<HTMLDialogElement>): void {
  const target = event.target as Element;
  if (target === event.currentTarget || target.closest('a')) event.currentTarget.close();
}
