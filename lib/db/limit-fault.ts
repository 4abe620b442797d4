import { type LimitFacts, LimitReached } from '../limit-reached';

/** What the trigger on platform.quotas raises. */
const code = 'TQ001';

/**
 * Puts the database's refusal of one more than there may be into its own error, and gives any other
 * error back as it is. Drizzle wraps errors, so causes are looked through.
 */
export function limitFault(error: unknown): unknown {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth += 1) {
    const { code: given, detail } = current as { code?: string; detail?: string };
    if (given === code && detail) {
      const { name, used, most } = JSON.parse(detail) as LimitFacts;
      return new LimitReached({ name, used, most }, { cause: error });
    }
    current = current.cause;
  }
  return error;
}
