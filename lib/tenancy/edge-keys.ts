const text = new TextEncoder();

interface Secrets {
  authSecret: string;
  port: string;
}

/**
 * What the names of the platform's own cookies begin with: behind TLS, and on http. lib/auth names
 * them by Node's own means, which the edge has not.
 */
export async function cookiePlaces({ authSecret, port }: Secrets): Promise<string[]> {
  const mark = hex(await hmac(authSecret, `instance:${port}`)).slice(0, 8);
  return ['__Host-tenantry', `tenantry-${mark}`];
}

/** The value of the first cookie with one of these names. */
export function cookieOf(headers: Headers, names: string[]): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => names.some((name) => pair.startsWith(`${name}=`)));
  return found?.slice(found.indexOf('=') + 1);
}

/** HMAC-SHA-256, by means that the edge has. */
export async function hmac(secret: string, message: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(message)));
}

/** Bytes as hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
