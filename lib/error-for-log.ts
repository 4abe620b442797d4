import pino from 'pino';

/**
 * An error as it is logged: its kind, words, place and plain facts. What libraries hang on it besides,
 * as a request with its body, holds texts of people. Drizzle's errors carry SQL and parameters, so only
 * their cause is told.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  const told = pino.stdSerializers.err(innermost(error));
  const plain = Object.entries(told).filter(
    ([name, value]) => typeof value !== 'object' || name === 'aggregateErrors',
  );
  const { aggregateErrors } = told as { aggregateErrors?: unknown[] };
  return {
    ...Object.fromEntries(plain),
    ...(aggregateErrors && { aggregateErrors: aggregateErrors.map(messageOf) }),
  };
}

function innermost(error: unknown): Error {
  let current = error;
  while (current instanceof Error && current.name === 'DrizzleQueryError' && current.cause) {
    current = current.cause;
  }
  return current instanceof Error ? current : new Error(String(current));
}

function messageOf(error: unknown): string {
  return (error as { message?: string } | null)?.message ?? String(error);
}
