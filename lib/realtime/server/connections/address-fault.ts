import type { closings } from '../protocol/codes';

const version = /^\d+(\.\d+){0,3}([-+.][\w.-]+)?$/;

/**
 * What is wrong with the address a socket asks for, null where it is `/app/<key>?protocol=7`.
 *
 * @param address - path and query, as they came.
 * @param prefix - what stands before `/app`.
 */
export function addressFault(
  address: string,
  key: string,
  prefix = '',
): keyof typeof closings | null {
  const [path = '', query = ''] = address.split('?', 2);
  const asked = /^\/app\/([^/]+)\/?$/.exec(path.slice(prefix.length))?.[1];
  if (asked === undefined || !path.startsWith(prefix)) return 'pathNotFound';
  const parameters = new URLSearchParams(query);
  const protocol = parameters.get('protocol') ?? '';
  if (protocol === '') return 'noProtocol';
  if (!/^\d{1,4}$/.test(protocol)) return 'badVersion';
  if (Number(protocol) !== 7) return 'unsupportedProtocol';
  if (!version.test(parameters.get('version') ?? '7')) return 'badVersion';
  return asked === encodeURIComponent(key) ? null : 'unknownApp';
}
