'use client';

import { useState } from 'react';
import { DialogFrame, SafeButton } from '../dialog/dialog-frame';
import { TextInput } from '../form/text-input';

/** Asks where the selected words lead. */
export function LinkDialog({ known, onClose, onSet }: LinkDialogProps) {
  const [error, setError] = useState<string>();
  function set(form: HTMLFormElement): void {
    const address = String(new FormData(form).get('address') ?? '').trim();
    if (isAddress(address)) onSet(address);
    else
      setError(
        'Write an address as in https://example.com, /blog/a-post or mailto:you@example.com.',
      );
  }
  return (
    <DialogFrame open onOpenChange={(open) => open || onClose()} title="Where does it lead?">
      <form
        className="form-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // The dialog stands inside the post's form, for React at least.
          event.stopPropagation();
          set(event.currentTarget);
        }}
      >
        <TextInput
          name="address"
          id="link-address"
          label="Address"
          defaultValue={known ?? ''}
          error={error}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
        <div className="dialog-acts">
          <SafeButton>Cancel</SafeButton>
          {known ? (
            <button type="button" className="button plain" onClick={() => onSet('')}>
              Remove link
            </button>
          ) : null}
          <button type="submit" className="button primary">
            Set link
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}

interface LinkDialogProps {
  /** Address of the link at the cursor. */
  known: string | null;
  onClose(): void;
  /** With an empty address: no link. */
  onSet(address: string): void;
}

/** What a reader's page would keep of it. */
function isAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:|tel:|\/|#)\S+$/i.test(text);
}
