import { withoutApiKeys } from '../without-api-keys';

/** Fields whose values no log may keep, wherever they stand. */
const secretNames = /passw|secret|token|hash(?!tag)|credential|api_?key|private_?key|cookie/i;

const redacted = '[redacted]';

/**
 * Gives a copy in which the value of every field with a telling name is replaced: what an event
 * holds is kept in the audit log for good. API keys are taken out of every text. In `changes` both values are, and the field stays named.
 */
export function redactPayload<T>(value: T): T {
  return redact(value) as T;
}

function redact(value: unknown): unknown {
  if (typeof value === 'string') return withoutApiKeys(value);
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    secretNames.test(name) ? hide(inner) : redact(inner),
  ]);
  return Object.fromEntries(entries);
}

/** A pair stays a pair; nothing stays nothing, so that "was set" can still be told from "was not". */
function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  return value === null || value === undefined ? value : redacted;
}
