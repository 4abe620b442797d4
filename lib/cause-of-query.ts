/** What went wrong under an error of Drizzle, whose own words carry SQL and parameters; else the error. */
export function causeOfQuery(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && current.name === 'DrizzleQueryError' && current.cause) {
    current = current.cause;
  }
  return current;
}
