'use client';

import { ConfirmBody, type ConfirmContentProps } from './confirm-body';
import { DialogFrame, SafeButton } from './dialog-frame';

/** The same question over the page. */
export function ConfirmDialog({ open, onOpenChange, ...content }: ConfirmDialogProps) {
  return (
    <DialogFrame open={open} onOpenChange={onOpenChange} title={content.title}>
      <ConfirmBody {...content} safe={<SafeButton>{content.cancel.label}</SafeButton>} />
    </DialogFrame>
  );
}

interface ConfirmDialogProps extends ConfirmContentProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}
