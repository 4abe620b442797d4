'use client';

import { Menu, X } from 'lucide-react';
import { type MouseEvent, useRef } from 'react';
import { ThemeToggle } from '@/lib/ui/theme-toggle';
import { NavLinks } from './nav-links';

/** The sections in a drawer, below the width where the bar can hold them. */
export function PhoneMenu({ name }: { name: string }) {
  const drawer = useRef<HTMLDialogElement>(null);
  return (
    <div className="mid:hidden print:hidden">
      <button
        type="button"
        className="button icon"
        aria-label="Open menu"
        aria-haspopup="dialog"
        onClick={() => drawer.current?.showModal()}
      >
        <Menu className="size-5" strokeWidth={1.75} aria-hidden />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself */}
      <dialog
        ref={drawer}
        aria-label={`Menu of ${name}`}
        className="drawer"
        onClick={closeOnChoice}
      >
        <form method="dialog" className="flex h-14 items-center justify-end px-4">
          <button type="submit" className="button icon" aria-label="Close menu">
            <X className="size-5" strokeWidth={1.75} aria-hidden />
          </button>
        </form>
        <nav aria-label="Site" className="grid gap-1 px-4">
          <NavLinks tall />
        </nav>
        <div className="mt-4 border-line border-t p-4">
          <ThemeToggle label className="w-full" />
        </div>
      </dialog>
    </div>
  );
}

// A link inside, or the ground beside the drawer, which counts as the dialog itself.
function closeOnChoice(event: MouseEvent<HTMLDialogElement>): void {
  const target = event.target as Element;
  if (target === event.currentTarget || target.closest('a')) event.currentTarget.close();
}
