const connectionCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '57014', // a statement ran into its time limit
  '25P03', // a transaction sat idle for too long
]);

// Connection trouble, too few resources, and a server that starts, stops or ends sessions.
const connectionClasses = /^(08|53|57P)/;

/**
 * Tells whether an error means that the database is away or overloaded, and not that we asked
 * something wrong. Drizzle wraps errors, so causes are looked through.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  const chain = causes(error);
  for (const current of chain) {
    const { code } = current as { code?: unknown };
    if (typeof code !== 'string') continue;
    if (connectionCodes.has(code) || connectionClasses.test(code)) return true;
  }
  return false;
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let current = error; current instanceof Error && chain.length < 5; current = current.cause) {
    chain.push(current);
  }
  return chain;
}
