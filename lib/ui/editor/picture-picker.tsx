import type { RefObject } from 'react';

/** The browser's own choice of files, opened by a button elsewhere. */
export function PicturePicker({ input, onFiles }: PicturePickerProps) {
  return (
    <input
      ref={input}
      type="file"
      accept="image/*"
      multiple
      hidden
      aria-label="Pictures to add"
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])]);
        target.value = '';
      }}
    />
  );
}

interface PicturePickerProps {
  input: RefObject<HTMLInputElement | null>;
  onFiles(files: File[]): void;
}
