import { ExistsError } from '../../errors';

const takenFields: Record<string, Record<string, string[]>> = {
  tenants_slug_key: { slug: ['Another tenant has this address.'] },
  former_slugs_kept: { slug: ['Another tenant had this address until lately.'] },
  domains_hostname_key: { domain: ['Another tenant has this domain.'] },
};

/**
 * Names what is taken. A name is free until somebody else's transaction commits, so PostgreSQL has
 * the last word.
 *
 * @throws ExistsError for a name that was taken; anything else as it came.
 */
export function throwTaken(error: unknown): never {
  const { cause = error } = error as { cause?: unknown };
  const { code, constraint_name: name = '' } = cause as Record<string, string | undefined>;
  const fields = code === '23505' ? takenFields[name] : undefined;
  throw fields ? new ExistsError(fields) : error;
}
