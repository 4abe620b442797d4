import { createHash } from 'node:crypto';
import { isSame, signatureOf } from '../protocol/signature';
import type { RealtimeApp } from '../realtime-options';
import type { ApiRequest } from './api-request';
import { RequestRefused } from './request-refused';

const windowSeconds = 600;

/**
 * Whether the application signed this, and not long ago. It needs no body, so that of a stranger is
 * never read.
 *
 * @throws RequestRefused with 401.
 */
export function verifyRequest(app: RealtimeApp, { method, path, query }: ApiRequest): void {
  const { auth_key, auth_timestamp, auth_version, auth_signature } = Object.fromEntries(query);
  if (!isSame(auth_key ?? '', app.key)) throw new RequestRefused(401, 'Unknown auth_key');
  if (auth_version !== '1.0') throw new RequestRefused(401, 'auth_version is 1.0');
  const text = [method, path, signedQuery(query)].join('\n');
  if (!isSame(auth_signature ?? '', signatureOf(app.secret, text))) {
    throw new RequestRefused(401, 'The signature is wrong');
  }
  if (!isRecent(auth_timestamp ?? '')) {
    throw new RequestRefused(401, `auth_timestamp is not within ${windowSeconds} seconds of now`);
  }
}

/** @throws RequestRefused with 401 when the body is not the one that was signed. */
export function verifyBody({ query }: ApiRequest, body: Buffer): void {
  const given = query.get('body_md5');
  if (given === undefined && body.length === 0) return;
  const md5 = createHash('md5').update(body).digest('hex');
  if (!isSame(given ?? '', md5)) throw new RequestRefused(401, 'body_md5 is missing or wrong');
}

function signedQuery(query: ApiRequest['query']): string {
  return [...query]
    .filter(([name]) => name !== 'auth_signature')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function isRecent(seconds: string): boolean {
  return (
    /^\d{1,12}$/.test(seconds) && Math.abs(Date.now() / 1000 - Number(seconds)) <= windowSeconds
  );
}
