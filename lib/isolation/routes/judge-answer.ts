import type { Answer, Question } from './ask';
import type { Site } from './site';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Looks for a tenant in an answer that is not for it.
 *
 * @param foreign - the tenants that may not show.
 * @param namesArePublic - true where a tenant's name and address may stand, as on the root page.
 * @returns what was found, or null.
 */
export function findForeign(
  question: Question,
  answer: Answer,
  foreign: Site[],
  namesArePublic = false,
): string | null {
  if (foreign.length === 0) return null;
  const text = readable(answer);
  const asked = readableQuestion(question);
  for (const site of foreign) {
    // A page may say what it was asked for: that tells nobody anything.
    const names = [site.slug, site.name.toLowerCase(), site.word, ...site.domains];
    const words = [...(namesArePublic ? [] : names), ...site.texts];
    const found = words.find((word) => !asked.includes(word) && containsWord(text, word));
    if (found) return `shows "${found}" of ${site.slug}`;
    const id = text.match(uuid)?.find((one) => site.ids.has(one) && !asked.includes(one));
    if (id) return `shows the id ${id} of ${site.slug}`;
  }
  return null;
}

/** "gone" is a tenant, "gonerepublic" and "foregone" are not. */
function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[a-z]/.test(around)) return true;
    if (text.startsWith(`${word}s`, at)) return true;
  }
  return false;
}

const known = new WeakMap<Answer, string>();

/** Large answers are judged more than once. */
function readable(answer: Answer): string {
  const text = known.get(answer) ?? toText(answer);
  known.set(answer, text);
  return text;
}

function toText({ headers, body }: Answer): string {
  const values = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${values.join('\n')}\n${body}`
    .toLowerCase()
    .replace(/&#x27;|&apos;|&#39;|\\u0027/g, "'")
    .replace(/&amp;|\\u0026/g, '&')
    .replace(/&quot;|\\"/g, '"');
}

function readableQuestion({ host, path, headers = {}, body = '' }: Question): string {
  const given = [host, path, body, ...Object.values(headers)].join('\n');
  try {
    return `${given}\n${decodeURIComponent(decodeURIComponent(given))}`.toLowerCase();
  } catch {
    return given.toLowerCase();
  }
}
