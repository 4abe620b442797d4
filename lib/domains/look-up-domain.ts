import { lookUpPointing, type Pointing } from './dns/look-up-pointing';
import { lookUpProof } from './dns/look-up-proof';
import { type DnsResolver, openResolver } from './dns/open-resolver';

/** What the DNS says of a domain at one moment. */
export interface DomainFinding {
  /** Values of its TXT records; null where there was no answer. */
  seen: string[] | null;
  pointing: Pointing['where'];
  /** In words. */
  detail: string | null;
}

const patienceMilliseconds = 8000;

/** Asks the DNS for the proof of a domain and for where it points. It takes 8 seconds at most. */
export async function lookUpDomain(
  hostname: string,
  resolver: DnsResolver = openResolver(),
): Promise<DomainFinding> {
  const timer = setTimeout(() => resolver.cancel(), patienceMilliseconds);
  try {
    const [proof, { where, detail }] = await Promise.all([
      lookUpProof(resolver, hostname),
      lookUpPointing(resolver, hostname),
    ]);
    if (proof.values === null) return { seen: null, pointing: where, detail: proof.why };
    const isStrange = proof.values.length === 0 && proof.others > 0;
    const about = isStrange ? 'There are other TXT records at its name, but not this one.' : null;
    return { seen: proof.values, pointing: where, detail: detail ?? about };
  } finally {
    clearTimeout(timer);
  }
}
