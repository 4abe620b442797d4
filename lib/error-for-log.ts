import pino from 'pino';
import { causeOfQuery } from './cause-of-query';

/**
 * An error as it is logged: its kind, words, place and plain facts. What libraries hang on it besides,
 * as a request with its body, holds texts of people. Drizzle's errors carry SQL and parameters, so only
 * their cause is told.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  const cause = causeOfQuery(error);
  const told = pino.stdSerializers.err(cause instanceof Error ? cause : new Error(String(cause)));
  const plain = Object.entries(told).filter(([, value]) => typeof value !== 'object');
  const { aggregateErrors } = told as { aggregateErrors?: unknown[] };
  return {
    ...Object.fromEntries(plain),
    ...(aggregateErrors && { aggregateErrors: aggregateErrors.map(messageOf) }),
  };
}

function messageOf(error: unknown): string {
  return (error as { message?: string } | null)?.message ?? String(error);
}
