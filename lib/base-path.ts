/**
 * Gives the address a browser needs for a path of a site; other addresses stay as they are.
 *
 * @param basePath - what addresses of the site begin with: nothing, or `/acme` where the path names
 *   the tenant.
 */
export function withBasePath(href: string, basePath: string): string {
  if (basePath === '' || !href.startsWith('/') || href.startsWith('//')) return href;
  return href === '/' ? basePath : basePath + href;
}

/** The path of the site that an address means; the address itself where it has another beginning. */
export function withoutBasePath(address: string, basePath: string): string {
  const isUnder = address === basePath || address.startsWith(`${basePath}/`);
  return isUnder ? address.slice(basePath.length) || '/' : address;
}
