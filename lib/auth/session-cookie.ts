import { createHmac } from 'node:crypto';
import { env } from '../env';
import { authSecret } from './auth-secret';

/** How cookies of this installation are called on a host, and whether they are for TLS alone. */
export interface CookieNames {
  session: string;
  csrf: string;
  callbackUrl: string;
  secure: boolean;
}

/**
 * Names the cookies. With TLS the browser itself keeps them to the one host (`__Host-`). On http
 * the name carries the installation: cookies ignore ports, and two of them may run side by side.
 */
export function cookieNames(headers: Headers): CookieNames {
  const secure = isSecure(headers);
  const prefix = secure ? '__Host-tenantry' : `tenantry-${instance()}`;
  return {
    session: `${prefix}.session`,
    csrf: `${prefix}.csrf`,
    callbackUrl: `${prefix}.callback-url`,
    secure,
  };
}

/** What every cookie of ours is. Host-only: there is no domain (C4). */
export function cookieOptions({ secure }: Pick<CookieNames, 'secure'>) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** Next fills the header from the connection; a proxy in front of it sets it. */
function isSecure(headers: Headers): boolean {
  const [scheme = ''] = (headers.get('x-forwarded-proto') ?? '').split(',');
  return scheme.trim().toLowerCase() === 'https';
}

function instance(): string {
  const mark = createHmac('sha256', authSecret()).update(`instance:${env().PORT}`);
  return mark.digest('hex').slice(0, 8);
}
