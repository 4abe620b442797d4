import type { ReactNode } from 'react';
import { readPicture } from '@/lib/admin/media/read-picture';
import type { MemberContext } from '@/lib/auth/viewer';
import { PicturePanel } from './picture-panel';

/** What stands above the form of a picture; nothing where there is none. */
export async function pictureAbove(ctx: MemberContext, id: string): Promise<ReactNode> {
  const facts = await readPicture(ctx, id);
  if (!facts) return null;
  const { homeUrl } = ctx.tenant;
  return <PicturePanel {...facts} homeUrl={homeUrl} isEditable={ctx.can('media.write')} />;
}
