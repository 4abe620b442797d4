import type { Sql } from 'postgres';
import { appRole, ownerRole, searchRole } from '../../db/roles';

/** A function that runs with its owner's rights: a door in wall 2. */
export interface DefinerFunction {
  /** schema.name(argument types) */
  name: string;
  appMayCall: boolean;
  faults: string[];
}

/** Reads posts, and is owned by who may do nothing else. */
const searches = /^\w+\.search_posts\(/;

/** Lists every SECURITY DEFINER function of the database, and what is unsafe about its definition. */
export async function listFunctions(sql: Sql): Promise<DefinerFunction[]> {
  const rows = await sql`
    select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
      has_function_privilege(${appRole}, p.oid, 'EXECUTE') as app,
      has_function_privilege('public', p.oid, 'EXECUTE') as everyone,
      pg_get_userbyid(p.proowner) as owner,
      coalesce(array_to_string(p.proconfig, ';'), '') as settings
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`;
  return rows.map(({ name, app, everyone, owner, settings }) => ({
    name,
    appMayCall: app,
    faults: [
      ...(everyone ? ['everyone may call it'] : []),
      ...(owner === (searches.test(name) ? searchRole : ownerRole)
        ? []
        : [`it belongs to ${owner}`]),
      // Otherwise the caller decides which tables its names mean.
      ...(/search_path=\w+(, extensions)?, pg_temp($|;)/.test(settings)
        ? []
        : ['its search_path is not fixed']),
    ],
  }));
}
