/** Set by the middleware, never believed from outside. */
export const tenantHeader = 'x-tenantry-tenant';
export const requestIdHeader = 'x-request-id';
const privatePrefix = 'x-tenantry-';

/**
 * Gives the headers that travel on to the application: private names that a client sent are
 * dropped, and ours are set.
 *
 * @param headers - the client's headers; not changed.
 * @param values - what the middleware knows: the request id, the tenant key when there is one.
 */
export function forwardedHeaders(
  headers: Headers,
  values: { requestId: string; tenant?: string },
): Headers {
  const forwarded = new Headers(headers);
  for (const name of [...forwarded.keys()]) {
    if (name.startsWith(privatePrefix)) forwarded.delete(name);
  }
  forwarded.set(requestIdHeader, values.requestId);
  if (values.tenant) forwarded.set(tenantHeader, values.tenant);
  return forwarded;
}
