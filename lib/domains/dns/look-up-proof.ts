import { challengeName } from '../domain-records';
import { dnsFault, isNothing } from './dns-fault';
import type { DnsResolver } from './open-resolver';

/** The proofs at a name; null where the DNS gave no answer, with the reason. */
export type SeenProofs = { values: string[]; others: number } | { values: null; why: string };

const proof = /^tenantry-verify=[0-9a-f]{32}$/;
/** More than anybody has a reason for; what comes after them is not read. */
const mostProofs = 50;

/**
 * Reads the TXT records that prove a domain. Whatever else stands there, however long, is counted and
 * not kept.
 */
export async function lookUpProof(resolver: DnsResolver, hostname: string): Promise<SeenProofs> {
  try {
    const records = await resolver.resolveTxt(challengeName(hostname));
    const texts = records.map((parts) => parts.join('').trim());
    const values = [...new Set(texts.filter((text) => proof.test(text)))];
    return { values: values.slice(0, mostProofs), others: texts.length - values.length };
  } catch (error) {
    if (isNothing(error)) return { values: [], others: 0 };
    return { values: null, why: dnsFault(error) };
  }
}
