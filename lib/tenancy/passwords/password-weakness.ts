import { isSimple } from './is-simple';
import { isTriedFirst } from './is-tried-first';

/** What somebody who knows the person would try first. */
export interface PasswordOwner {
  email?: string;
  name?: string;
  /** The name of the site it is for, or its address. */
  site?: string;
}

const mostBesides = 4;

/**
 * Says why a password that is long enough would be guessed all the same, or null (NIST SP 800-63B:
 * compared with what is commonly used, expected or compromised; nothing about kinds of characters).
 */
export function passwordWeakness(value: string, owner: PasswordOwner = {}): string | null {
  if (isTriedFirst(value)) {
    return 'This is among the passwords that are tried first. Choose another, as three or four words.';
  }
  if (isAbout(value, owner)) {
    return 'This is made of your name, your email or the name of the site. Choose another.';
  }
  if (isSimple(value)) {
    return 'This follows too simple a pattern. Choose another, as three or four words.';
  }
  return null;
}

/** True where little is left besides a name or an address. */
function isAbout(value: string, { email, name, site }: PasswordOwner): boolean {
  const plain = bareOf(value);
  const known = [email, email?.split('@')[0], name, site, ...(name?.split(/\s+/) ?? [])];
  return known.some((text) => {
    const bare = bareOf(text ?? '');
    return (
      bare.length >= 3 && plain.replaceAll(bare, '').length <= mostBesides && plain.includes(bare)
    );
  });
}

function bareOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
