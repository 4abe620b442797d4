import { createHmac, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { encode } from 'next-auth/jwt';
import { env } from '../../env';

/** A tenant's id, or null for the root host. */
type Realm = string | null;

/** A person's session. */
export interface Held {
  userId: string;
  sessionId: string;
}

/**
 * Makes cookies and tokens with any realm's key, as only the server can. With them one half of what
 * proves a session is tried with the other half off: the row with the right key, the key with the
 * right row.
 */
export interface Keyring {
  /** The cookie header for a session, under the key of a realm. */
  cookie(keyOf: Realm, held: Held): Promise<{ cookie: string }>;
  /** The same for an access token. */
  bearer(keyOf: Realm, held: Held): Promise<{ authorization: string }>;
  /** The token of a mailed link. */
  link(purpose: string, id: string): string;
  /** Makes something with the server's own code and secret. */
  withSecret<T>(work: () => T): T;
  /** A cookie of the server, by what its name ends in. */
  named(suffix: string, value: string): string;
}

/**
 * @param authSecret - of the server under test.
 * @param cookieName - as it calls its session cookie.
 */
export function createKeyring(authSecret: string, cookieName: string): Keyring {
  const keyOf = (use: string, realm: Realm) =>
    createHmac('sha256', authSecret).update(`${use}:${realm ?? 'platform'}`);
  return {
    async cookie(realm, { userId, sessionId }) {
      const secret = keyOf('session', realm).digest('hex');
      const token = { sub: userId, sid: sessionId };
      return { cookie: `${cookieName}=${await encode({ token, secret, maxAge: 3600 })}` };
    },
    withSecret(work) {
      const { AUTH_SECRET } = env();
      env().AUTH_SECRET = authSecret;
      try {
        return work();
      } finally {
        env().AUTH_SECRET = AUTH_SECRET;
      }
    },
    named: (suffix, value) => `${cookieName.replace('.session', suffix)}=${value}`,
    async bearer(realm, { userId, sessionId }) {
      const claims = { token_type: 'access', user_id: userId, sid: sessionId };
      const token = await new SignJWT({ ...claims, tid: realm ?? 'platform' })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime('1h')
        .setJti(randomUUID())
        .sign(keyOf('token', realm).digest());
      return { authorization: `Bearer ${token}` };
    },
    link(purpose, id) {
      const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
      const key = createHmac('sha256', authSecret).update('one-time-link').digest();
      const signed = createHmac('sha256', key).update(`${purpose}:`).update(bytes).digest();
      return Buffer.concat([bytes, signed]).toString('base64url');
    },
  };
}
