import type { ResolverRequest } from './tenant-resolver';

/**
 * An example of a resolver of one's own (S3.39): a gateway in front names the organisation of the
 * person it has signed in, as `X-Organisation: Acme Corp/acme`, and every request must have one.
 * Only behind a gateway that drops the header of clients.
 *
 * @throws TenantNotFound without the header: no other resolver is asked.
 */
export function byOrganisationHeader({ headers }: ResolverRequest): string {
  const given = headers.get('x-organisation');
  if (!given) throw Object.assign(new Error('No organisation.'), { name: 'TenantNotFound' });
  return given.slice(given.lastIndexOf('/') + 1);
}
