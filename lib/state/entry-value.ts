const mostLetters = 1024 * 1024;

/**
 * Gives a value as it is stored.
 *
 * @throws Error for what JSON has no word for, or more than a store should hold in one entry.
 */
export function encodeValue(key: string, value: unknown): string {
  const text: string | undefined = toJson(key, value);
  if (text === undefined) {
    throw new Error(
      `The value of "${key.slice(0, 60)}" cannot be kept: JSON has no ${typeof value}.`,
    );
  }
  if (text.length > mostLetters) {
    throw new Error(
      `The value of "${key.slice(0, 60)}" is over 1 MB. Keep it as a file or a row instead.`,
    );
  }
  // PostgreSQL takes no NUL and no half of a surrogate pair; JSON writes both as \\u escapes.
  return text;
}

export function decodeValue(text: string): unknown {
  return JSON.parse(text);
}

function toJson(key: string, value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(`The value of "${key.slice(0, 60)}" cannot be kept: ${message}`, { cause });
  }
}
