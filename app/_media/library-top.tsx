import { readStorage } from '@/lib/admin/media/read-storage';
import type { MemberContext } from '@/lib/auth/viewer';
import { LibraryUploads } from './library-uploads';
import { StorageMeter } from './storage-meter';

/** What stands above the library: the way to upload, for who may, and how much room is left. */
export async function LibraryTop({ ctx }: { ctx: MemberContext }) {
  return (
    <div className="library-top">
      {ctx.can('media.write') ? <LibraryUploads /> : null}
      <StorageMeter storage={await readStorage(ctx)} />
    </div>
  );
}
