'use client';

import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from '../icon';

/**
 * Work beside the page that comes back to it: at the right, or over all of a phone. A press outside
 * does not close it, for what was typed would be lost.
 */
export function Drawer({ open, onOpenChange, title, focusBack, children }: DrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="drawer"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // What is in it may come later, and then takes the focus.
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusBack();
          }}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            if (closesList(event.target)) event.preventDefault();
          }}
        >
          <div className="drawer-top">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="button icon" aria-label="Close">
              <Icon name="close" size={20} />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Puts the focus where it was before. */
  focusBack: () => void;
  children: ReactNode;
}

/** The button of a drawer that leaves everything as it was. */
export function DrawerCancel() {
  return (
    <Dialog.Close className="button plain" type="button">
      Cancel
    </Dialog.Close>
  );
}

/** Escape in a picker with its list open closes the list alone. */
function closesList(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('[role=combobox][aria-expanded=true]');
}
