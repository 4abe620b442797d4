import path from 'node:path';
import { env } from '../env';

/** Where mails are kept that nothing sends. */
export function mailFolder(): string {
  return path.join(env().DATA_DIR, 'mail');
}
