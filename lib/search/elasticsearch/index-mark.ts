import { createHash } from 'node:crypto';
import { indexBody } from './index-body';

/**
 * Stands for settings and mapping. Indexes carry it at the end of their names: one that ends otherwise
 * was made with others, which an index keeps for good.
 */
export const indexMark = createHash('sha256')
  .update(JSON.stringify(indexBody))
  .digest('hex')
  .slice(0, 8);
