'use client';

import { MediaPicker } from '@/app/_media/media-picker';
import { uploadMedia } from '@/app/_media/upload-media';
import type { PickPictureProps } from '@/lib/ui/editor/markdown-editor';
import type { StorePicture } from '@/lib/ui/editor/surface-types';

/** How pictures come into a post: from the library, or into it as they are dropped or pasted. */
export function postPictures(basePath: string): {
  store: StorePicture;
  pick(props: PickPictureProps): React.ReactNode;
} {
  return {
    store: (file, onProgress) => uploadMedia(file, { basePath, onProgress }),
    pick: (props) => <MediaPicker {...props} />,
  };
}
