const longest = 500;

/**
 * What a dead letter says about its failure. People read it in lists and in the log of the command
 * line, so addresses lose their passwords, and values after telling names go; of an error of
 * Drizzle only the cause is kept, since its own message holds the parameters.
 */
export function describeFailure(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.name === 'DrizzleQueryError' && current.cause) {
    current = current.cause;
  }
  const text = current instanceof Error ? current.message || current.name : String(current);
  return withoutSecrets(text).slice(0, longest);
}

function withoutSecrets(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@]+@/gi, '$1***@')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 ***')
    .replace(
      /\b([\w-]*(?:passw|secret|token|api_?key|authorization)[\w-]*["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi,
      '$1***',
    )
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '***');
}
