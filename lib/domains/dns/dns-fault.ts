/** True where the DNS said plainly that there is nothing. */
export function isNothing(error: unknown): boolean {
  return ['ENODATA', 'ENOTFOUND'].includes(codeOf(error));
}

/** Says in words why a question had no answer. */
export function dnsFault(error: unknown): string {
  return words[codeOf(error)] ?? 'The answer of its DNS server could not be read.';
}

const words: Record<string, string> = {
  ETIMEOUT: 'Its DNS server did not answer in time.',
  ECANCELLED: 'Its DNS server did not answer in time.',
  ESERVFAIL: 'Its DNS server answered with a failure (SERVFAIL).',
  EREFUSED: 'Its DNS server refused to answer.',
  ECONNREFUSED: 'The DNS server cannot be reached.',
};

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
