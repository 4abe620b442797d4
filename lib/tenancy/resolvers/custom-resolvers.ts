import { byOrganisationHeader } from './by-organisation-header';
import type { ResolverRequest } from './tenant-resolver';

/** A tenant, its slug or its id; null to let the next resolver of the chain answer. */
export type CustomResolve = (
  request: ResolverRequest,
) => { id: string } | string | null | Promise<{ id: string } | string | null>;

/**
 * Ways of one's own to find a tenant, by the names TENANT_CUSTOM_RESOLVER may hold. Add a file and a
 * line; it is built into the edge, so it must do without Node and without the database.
 */
export const customResolvers: Record<string, CustomResolve> = {
  'organisation-header': byOrganisationHeader,
};
