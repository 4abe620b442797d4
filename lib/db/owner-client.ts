import postgres, { type Sql } from 'postgres';
import { env } from '../env';
import { extensionsSchema, poolSchema } from './roles';

/**
 * Opens a connection as the owner role, which sees every tenant's rows. For the CLI, the demo and
 * tests only; the architecture test keeps it out of everything that serves requests.
 *
 * @throws Error when DATABASE_OWNER_URL is missing.
 */
export function openOwnerClient(url = env().DATABASE_OWNER_URL): Sql {
  if (!url) {
    throw new Error(
      'DATABASE_OWNER_URL is missing. Set it to the owner role, ' +
        'as in postgres://tenantry_owner:password@localhost:5432/tenantry',
    );
  }
  return postgres(url, {
    max: 2,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { search_path: `${poolSchema}, ${extensionsSchema}` },
  });
}
