import { env } from '../../env';
import { indexMark } from './index-mark';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const safe = /^[a-z0-9][a-z0-9-]{0,200}$/;

/** How the parts of one tenant are called. Nothing that anybody typed is ever in them. */
export interface IndexNames {
  /** Where it is searched, and written. */
  live: string;
  /** Where the index is written that is to take its place. */
  next: string;
  /** A new index of its own: a name nobody had before. */
  dedicated(now: Date): string;
  /** The index that small tenants share. */
  shared: string;
  /** Whether small tenants share it, or did before settings or mapping changed. */
  isShared(index: string): boolean;
  /** Whether it was made with the settings and the mapping of this version. */
  isCurrent(index: string): boolean;
}

/**
 * Names everything of a tenant in the search engine, by its id, which never changes.
 *
 * @throws RangeError for what is no id of a tenant.
 */
export function indexNames(tenantId: string): IndexNames {
  if (!uuid.test(tenantId)) throw new RangeError('The id of a tenant is a uuid.');
  const prefix = env().ELASTICSEARCH_PREFIX;
  const own = checked(`${prefix}-t-${tenantId}`);
  return {
    live: own,
    next: `${own}-next`,
    dedicated: (now) => checked(`${own}-${now.toISOString().replaceAll(/\D/g, '')}-${indexMark}`),
    shared: checked(`${prefix}-shared-${indexMark}`),
    isShared: (index) => index.startsWith(`${prefix}-shared-`),
    isCurrent: (index) => index.endsWith(`-${indexMark}`),
  };
}

/** Names a document, so that no other tenant's has the name. */
export function documentId(tenantId: string, postId: string): string {
  return `${tenantId}:${postId}`;
}

function checked(name: string): string {
  if (!safe.test(name)) throw new RangeError(`${name} is no name for an index.`);
  return name;
}
