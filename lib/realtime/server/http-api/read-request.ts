import type { ApiRequest } from './api-request';
import { RequestRefused } from './request-refused';

/**
 * Takes an address apart.
 *
 * @throws RequestRefused for what cannot be decoded, or says something twice.
 */
export function readRequest(method: string, address: string): ApiRequest {
  const at = address.indexOf('?');
  const path = at < 0 ? address : address.slice(0, at);
  const query = new Map<string, string>();
  for (const pair of at < 0 ? [] : address.slice(at + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    if (query.has(name)) throw new RequestRefused(400, 'A parameter is given twice');
    query.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  return { method, path, query };
}

/** @throws RequestRefused for half an escape. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RequestRefused(400, 'The address cannot be decoded');
  }
}
