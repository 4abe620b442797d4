'use client';

import { useRouter } from 'next/navigation';
import { ChooseFiles } from './choose-files';
import { UploadList } from './upload-list';
import { useDroppedFiles } from './use-dropped-files';
import { useUploads } from './use-uploads';

/** Uploads into the library from its page: by a button, or by dropping files anywhere on it. */
export function LibraryUploads() {
  const router = useRouter();
  const { uploads, add, retry, remove } = useUploads(() => router.refresh());
  const isOver = useDroppedFiles(add);
  return (
    <div className="library-uploads">
      <ChooseFiles onFiles={add} />
      <p className="drop-words script-only">
        or drop them anywhere on this page. Up to 20 MB each.
      </p>
      <noscript>
        <p className="drop-words">Uploads need scripts, which are switched off in this browser.</p>
      </noscript>
      <UploadList {...{ uploads, retry, remove }} />
      {isOver ? (
        <div className="drop-cover" aria-hidden="true">
          <p>Drop to upload</p>
        </div>
      ) : null}
    </div>
  );
}
