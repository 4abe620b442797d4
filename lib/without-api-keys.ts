/** As `lib/auth/api-keys` writes them, whole or cut off. */
const key = /tnt_([0-9a-f]{8})_[0-9a-f]{16,}/gi;

/** A text with all but the beginning of every API key in it gone: for logs and whatever is kept. */
export function withoutApiKeys(text: string): string {
  return text.replace(key, 'tnt_$1_[redacted]');
}
