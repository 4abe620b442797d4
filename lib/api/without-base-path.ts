/** The rest of a path behind the tenant's beginning; the path itself where it has another. */
export function withoutBasePath(path: string, basePath: string): string {
  const isUnder = path === basePath || path.startsWith(`${basePath}/`);
  return isUnder ? path.slice(basePath.length) || '/' : path;
}
