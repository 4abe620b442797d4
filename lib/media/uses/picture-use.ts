import type { ScopedTx } from '../../db/scoped-tx';

/** One place where a picture is used. */
export interface PictureUse {
  /** Name of the resource it belongs to, as in `posts`. */
  resource: string;
  id: string;
  /** What people call it. */
  label: string;
  /** How it is used, as in `Cover`. */
  how: string;
}

/** What uses pictures: tells for one of them where, the newest first, at most so many. */
export type PictureUser = (tx: ScopedTx, id: string, most: number) => Promise<PictureUse[]>;
