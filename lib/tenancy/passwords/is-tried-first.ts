// 49,233 passwords that attackers try first, most used first: those of zxcvbn-ts (MIT), which come
// from the lists of leaked passwords that SecLists collects.
import { dictionary } from '@zxcvbn-ts/language-common';

/** What everybody can read in this project's own pages. */
const ourOwn = ['demo-password', 'tenantry'];
const mostAround = 6;
const lettersOfSigns: Record<string, string> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' },
};

let list: Set<string> | undefined;

/**
 * True for a password that is on the list, also with a few digits or signs before or after it, and
 * with signs for letters: `Password2026!`, `P@ssw0rd1234`.
 */
export function isTriedFirst(value: string): boolean {
  list ??= new Set([...dictionary['passwords-common'], ...ourOwn]);
  const plain = value.toLowerCase();
  return formsOf(plain).some((form) => list?.has(form));
}

function formsOf(plain: string): string[] {
  const bare = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const isMostlyBare = plain.length - bare.length <= mostAround;
  const words = isMostlyBare && bare.length >= 4 ? [plain, bare] : [plain];
  return words.flatMap((word) => [word, withLetters(word)]);
}

function withLetters(word: string): string {
  const spelt = [...word].map((sign) => lettersOfSigns[sign] ?? sign).join('');
  return spelt.replace(/[^a-z]+$/, '');
}
