'use client';

import type { PickProps } from '@/lib/ui/form/media-input';
import type { Choice } from '@/lib/ui/kit-types';
import { MediaPicker } from './media-picker';

interface PickPictureProps extends PickProps {
  /** Remembers what was chosen, for a form that comes back. */
  meet?: (choices: Choice[]) => void;
}

/** The library for a field of a form, which knows pictures as it knows all other records. */
export function PickPicture({ onChoose, meet, ...props }: PickPictureProps) {
  return (
    <MediaPicker
      {...props}
      onChoose={({ id, fileName }) => {
        const choice = { id, label: fileName };
        meet?.([choice]);
        onChoose(choice);
      }}
    />
  );
}
