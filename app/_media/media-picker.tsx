'use client';

import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { MediaJson } from '@/lib/media/media-json';
import { Icon } from '@/lib/ui/icon';
import { ChooseFiles } from './choose-files';
import { PictureGrid } from './picture-grid';
import { UploadList } from './upload-list';
import { useLibrary } from './use-library';
import { useUploads } from './use-uploads';

export interface MediaPickerProps {
  open: boolean;
  onClose: () => void;
  /** Told of the one that was chosen; close the dialog then. */
  onChoose: (media: MediaJson) => void;
}

/** The library in a dialog, to choose one picture from or to upload it into. */
export function MediaPicker({ open, onClose, onChoose }: MediaPickerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog media-picker" aria-describedby={undefined}>
          <div className="media-picker-top">
            <Dialog.Title className="dialog-title">Choose a picture</Dialog.Title>
            <Dialog.Close className="button icon" aria-label="Close">
              <Icon name="close" size={20} />
            </Dialog.Close>
          </div>
          {open ? <Library onChoose={onChoose} /> : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Library({ onChoose }: Pick<MediaPickerProps, 'onChoose'>) {
  const [text, setText] = useState('');
  const library = useLibrary(true, text);
  const { uploads, add, retry, remove } = useUploads((picture) =>
    // One that was uploaded alone is the one that is wanted.
    uploads.length > 1 ? void library.again() : onChoose(picture),
  );
  return (
    <>
      <div className="media-picker-bar">
        <input
          type="search"
          className="input"
          placeholder="Search by name or alternative text"
          aria-label="Search pictures"
          value={text}
          maxLength={200}
          onChange={({ target }) => setText(target.value)}
        />
        <ChooseFiles onFiles={add} tone="plain" />
      </div>
      <UploadList {...{ uploads, retry, remove }} />
      <PictureGrid library={library} text={text} onChoose={onChoose} />
    </>
  );
}
