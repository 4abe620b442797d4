'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';

/**
 * A question in the middle of the window. Escape closes it, the focus starts on what changes
 * nothing: put `SafeButton` round that one.
 */
export function DialogFrame({ open, onOpenChange, title, children }: DialogFrameProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim" />
        <AlertDialog.Content className="dialog" aria-describedby={undefined}>
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          {children}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

export interface DialogFrameProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
}

/** The button of a dialog that changes nothing; it gets the focus. */
export function SafeButton({ children }: { children: ReactNode }) {
  return (
    <AlertDialog.Cancel className="button plain" type="button">
      {children}
    </AlertDialog.Cancel>
  );
}
