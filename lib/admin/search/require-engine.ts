import { AppError } from '../../errors';
import { hasElasticsearch } from '../../search/elasticsearch/elasticsearch-client';

/** @throws AppError conflict where PostgreSQL searches alone. */
export function requireEngine(): void {
  if (hasElasticsearch()) return;
  throw new AppError('conflict', 'PostgreSQL searches here, and its index needs no care.');
}
