import { pathPrefix } from './resolvers/path-resolver';
import type { ResolverConfig } from './resolvers/resolver-config';

type PathConfig = Pick<
  ResolverConfig,
  'rootDomains' | 'resolvers' | 'pathPosition' | 'pathExclude'
>;
/**
 * Next passes a Server Action on to a page that knows it, by the name of the page's file
 * (`/[tenant]/login`). Whose action it is, the host says as ever: the placeholder goes, and what is
 * left is a path like any other (C1). Where paths name tenants, the page it came from says it.
 */
export function actionPath(
  { path, headers }: { path: string; headers: Headers },
  root: PathConfig | null,
): string {
  if (!headers.has('x-action-forwarded') || !headers.has('next-action')) return path;
  const rest = path.replace(/^\/(\[tenant\]|%5Btenant%5D)(?=\/|$)/i, '');
  if (rest === path) return path;
  if (!root) return rest || '/';
  const from = headers.get('referer') ?? '';
  const isFromPath = root.resolvers.includes('path') && URL.canParse(from);
  const prefix = isFromPath ? pathPrefix(new URL(from).pathname, root) : null;
  return prefix === null ? path : prefix + rest;
}
