import { verify } from '@node-rs/argon2';

const longest = 1024;

/** Checks a password against a hash. One beyond all measure costs what any other does, and is wrong. */
export async function passwordMatches(hash: string, password: string): Promise<boolean> {
  const isRight = await verify(hash, password.slice(0, longest)).catch(() => false);
  return isRight && password.length <= longest;
}
