const longest = 2000;

/**
 * Makes sure that a path to go on to after signing in stays on this host: it comes from the address
 * bar, so anybody may have written it.
 *
 * @param value - as given, decoded once.
 * @param fallback - for everything that is not plainly a path.
 * @returns a path with its query, never another site's address.
 */
export function nextPath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || value.length > longest) return fallback;
  // One slash and then something else. Browsers read a backslash as a slash and skip tabs and
  // line breaks; what is encoded twice may be decoded by whoever comes after.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes('\\')) return fallback;
  if (/%(0|1|2f|5c|7f|25)/i.test(path(value))) return fallback;
  const resolved = new URL(value, 'http://here.invalid');
  const stays = resolved.origin === 'http://here.invalid' && !resolved.pathname.startsWith('//');
  return stays ? resolved.pathname + resolved.search : fallback;
}

function path(value: string): string {
  return value.split(/[?#]/)[0] ?? '';
}
