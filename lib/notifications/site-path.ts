import { nextPath } from '../auth/next-path';

const longest = 500;

/** True for a path of the tenant's own site, and for nothing: never another site's address. */
export function isSitePath(value: string): boolean {
  if (value === '') return true;
  const [path = '', fragment = ''] = value.split('#');
  // What is written as it is read, so that what was checked is what a browser follows.
  return (
    value.length <= longest && /^[\w\-./~%=&?]*$/.test(fragment) && nextPath(path, '') === path
  );
}
