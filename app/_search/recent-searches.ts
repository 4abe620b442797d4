/** More are not remembered. */
export const mostRecent = 8;

const longest = 80;

/** The list with a search in front; the same words, written differently, come once. */
export function addRecent(list: string[], text: string): string[] {
  const added = text.trim().replace(/\s+/g, ' ');
  if (added === '' || added.length > longest) return list;
  return [added, ...withoutRecent(list, added)].slice(0, mostRecent);
}

/** The list without a search. */
export function withoutRecent(list: string[], text: string): string[] {
  return list.filter((one) => one.toLowerCase() !== text.toLowerCase());
}

/** Reads a list as it was kept; whatever else stands there counts as none. */
export function parseRecent(kept: string | null): string[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(list)) return [];
    const texts = list.filter((one): one is string => typeof one === 'string' && one !== '');
    return texts.filter((one) => one.length <= longest).slice(0, mostRecent);
  } catch {
    return [];
  }
}
