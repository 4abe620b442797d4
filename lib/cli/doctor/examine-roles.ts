import postgres from 'postgres';
import { checkRole, UnsafeDatabaseRole } from '../../db/check-role';
import { appRole, consoleRole, ownerRole, searchRole } from '../../db/roles';
import { type Examination, fault } from './diagnosis';

const setUp = 'Run `npm run tenant -- db-setup`, which makes the roles as they must be.';

/** The roles exist, and the application's cannot get past row security. */
export const examineRoles: Examination = {
  name: 'roles',
  comesFirst: true,
  run: async ({ owner, appUrl }) => {
    const rows = await owner`
      select rolname as name, rolcanlogin as login from pg_roles
      where rolname = any(${[ownerRole, appRole, consoleRole, searchRole]})`;
    const missing = [ownerRole, appRole, consoleRole, searchRole].filter(
      (role) => !rows.some(({ name }) => name === role),
    );
    if (missing.length > 0) return [fault(`The server has no role ${missing.join(', ')}.`, setUp)];
    const found = rows
      .filter(({ name, login }) => [consoleRole, searchRole].includes(name) && login)
      .map(({ name }) => fault(`The role ${name} can sign in by itself.`, setUp));
    const app = postgres(appUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await checkRole(app);
    } catch (error) {
      if (!(error instanceof UnsafeDatabaseRole)) throw error;
      found.push(fault(error.message, setUp));
    } finally {
      await app.end({ timeout: 1 });
    }
    return found;
  },
};
