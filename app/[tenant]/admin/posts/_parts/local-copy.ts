'use client';

/** What was typed and may not have reached the server, kept in this browser. */
export interface LocalCopy {
  /** Of the post it was typed over. */
  version: string;
  values: Record<string, string>;
}

/** Long texts only: choices are made again sooner than explained. */
const keptFields = ['title', 'description', 'body'];

/**
 * Reads what was typed here and differs from what is stored: a tab was killed, or the network away.
 *
 * @param key - names person and post.
 * @param stored - the form's own values.
 */
export function readLocalCopy(key: string, stored: Record<string, string>): LocalCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? 'null') as LocalCopy | null;
    if (!copy || typeof copy.values !== 'object') return null;
    const differs = keptFields.some(
      (name) => typeof copy.values[name] === 'string' && copy.values[name] !== (stored[name] ?? ''),
    );
    return differs ? copy : null;
  } catch {
    return null;
  }
}

/** Keeps what the form holds. A full or forbidden store keeps nothing, and says nothing. */
export function writeLocalCopy(key: string, form: HTMLFormElement, version: string): void {
  const data = new FormData(form);
  const values = Object.fromEntries(
    keptFields.map((name) => [name, String(data.get(name) ?? '').replaceAll('\r\n', '\n')]),
  );
  try {
    localStorage.setItem(key, JSON.stringify({ version, values } satisfies LocalCopy));
  } catch {}
}

export function dropLocalCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
