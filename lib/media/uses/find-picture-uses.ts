import type { ScopedTx } from '../../db/scoped-tx';
import type { PictureUse, PictureUser } from './picture-use';
import { usedInPosts } from './used-in-posts';
import { usedInSettings } from './used-in-settings';

/** Everything that uses pictures. What comes to use them is named here. */
const users: PictureUser[] = [usedInPosts, usedInSettings];

/** Where a picture is used. */
export interface PictureUses {
  /** The newest of each kind. */
  uses: PictureUse[];
  /** There are more than are named. */
  hasMore: boolean;
}

const most = 50;

/** Tells where a picture of the tenant is used: what is in the trash does not count. */
export async function findPictureUses(tx: ScopedTx, id: string): Promise<PictureUses> {
  const found = await Promise.all(users.map((user) => user(tx, id, most + 1)));
  return {
    uses: found.flatMap((list) => list.slice(0, most)),
    hasMore: found.some((list) => list.length > most),
  };
}
