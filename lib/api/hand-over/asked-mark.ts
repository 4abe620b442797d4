import { isSecret } from '../../auth/secret';

/** That the root host was asked for somebody and knew nobody, and when. */
export interface AskedMark {
  /** Milliseconds since 1970. */
  at: number;
  /** Hash of the cookie by which the root host knows this browser. */
  rootState: string;
}

/** Writes the mark for a cookie. It says nothing that has to be kept secret, or that anybody believes. */
export function writeAskedMark({ at, rootState }: AskedMark): string {
  return `${at}.${rootState}`;
}

/** Reads it back; null for anything else. */
export function readAskedMark(value: string | undefined): AskedMark | null {
  const [at = '', rootState, ...more] = (value ?? '').split('.');
  if (!/^\d{13}$/.test(at) || !isSecret(rootState) || more.length > 0) return null;
  return { at: Number(at), rootState };
}
