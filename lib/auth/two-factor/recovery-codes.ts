import { randomInt } from 'node:crypto';
import { keyedHash } from './sealing';

// Nothing that is read as something else: no i, l, o, u.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const lettersInCode = 10;
const recoveryCodeCount = 10;

/** Makes ten codes of 50 random bits each, to be shown once: `7k2mq-x0wd9`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = Array.from({ length: lettersInCode }, () => letters[randomInt(letters.length)]);
    return `${code.slice(0, 5).join('')}-${code.slice(5).join('')}`;
  });
}

/** What is kept of a code, however it is typed. The same code of another person has another hash. */
export function recoveryHash(userId: string, code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return keyedHash(`recovery-code:${userId}`, plain);
}

/** What is kept of all of them, as the database takes it. */
export function recoveryHashes(userId: string, codes: string[]): string {
  return codes.map((code) => recoveryHash(userId, code)).join(' ');
}
