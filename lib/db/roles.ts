/** Owns every table and runs the migrations. Never the role of the web process. */
export const ownerRole = 'tenantry_owner';
/** What the application signs in as: owns nothing, cannot bypass row security. */
export const appRole = 'tenantry_app';
/**
 * What the application takes on for one transaction of the platform's console. Owns nothing, cannot
 * sign in or bypass row security, and sees rows only while a superuser's session lives.
 */
export const consoleRole = 'tenantry_console';
/**
 * Owns the search functions and may do nothing but read posts: it cannot sign in, and the functions
 * filter by the bound tenant.
 */
export const searchRole = 'tenantry_search';

/** Platform and control tables. Always qualified. */
export const platformSchema = 'platform';
/** The tenant tables of all row-placed tenants. */
export const poolSchema = 'pool';
/** Extensions live apart, so that a search_path of one tenant schema lets nothing fall through. */
export const extensionsSchema = 'extensions';
/** Functions that search is made of: they hold no rows. */
export const searchSchema = 'search';
