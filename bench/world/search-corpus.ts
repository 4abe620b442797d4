import type { Sql } from 'postgres';

/** Words that are like a language's: few are everywhere, most are rare (Zipf). */
export interface Vocabulary {
  /** The nth most common word; 0 is the most common. */
  word(rank: number): string;
  /** A word as it comes in a text. */
  drawn(): string;
}

const size = 20_000;
const syllables = [...'bcdfghjklmnprstvwz'].flatMap((first) =>
  [...'aeiou'].flatMap((vowel) => ['', ...'nrstl'].map((last) => first + vowel + last)),
);

/** Makes the same words every time. */
export function createVocabulary(): Vocabulary {
  let state = 12_345;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const syllable = (n: number) => syllables[n % syllables.length] ?? '';
  const word = (rank: number) =>
    syllable(rank * 7 + 3) +
    syllable(Math.floor(rank / 20) * 11) +
    (rank < 300 ? '' : syllable(rank * 13));
  // The inverse of the distribution, so that rank r comes about 1/r as often as the first.
  const drawn = () => word(Math.floor(size ** random()) - 1);
  return { word, drawn };
}

const wordsInBody = 126;
const rowsAtOnce = 1000;

/** Writes published posts of such words into a tenant. */
export async function plantTexts(
  owner: Sql,
  { id, authorId }: { id: string; authorId: string },
  count: number,
  { drawn }: Vocabulary,
): Promise<void> {
  const text = (words: number) => Array.from({ length: words }, drawn).join(' ');
  for (let from = 0; from < count; from += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - from) }, (_, n) => ({
      ...{ tenant_id: id, author_id: authorId, slug: `post-${from + n}`, status: 'published' },
      ...{ title: text(6), description: text(14), body: text(wordsInBody) },
      published_at: new Date(Date.UTC(2026, 0, 1) + (from + n) * 60_000),
    }));
    await owner`insert into posts ${owner(rows)}`;
  }
}
