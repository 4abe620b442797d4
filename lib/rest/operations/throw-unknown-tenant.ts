import { AppError, TenantNotFound } from '../../errors';

/** Says to a client of the API what people are told of a host that nobody has. */
export function throwUnknownTenant(error: unknown): never {
  throw error instanceof TenantNotFound
    ? new AppError('not_found', 'There is no such tenant, or not in this state.')
    : error;
}
