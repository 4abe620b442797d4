const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '53300', // too many connections
  '57P01', // the server is shutting down
  '57P02',
  '57P03', // it is still starting
  '57014', // a statement ran into its time limit
  '25P03', // a transaction sat idle for too long
]);

/**
 * Tells whether an error means that the database is away or overloaded, and not that we asked
 * something wrong. Drizzle wraps errors, so causes are looked through.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && connectionCodes.has(code)) return true;
    current = current.cause;
  }
  return false;
}
