import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from './project.mjs';

/** Not settings of the application, but they would change what a test sees. */
const others = ['NODE_ENV', 'VERCEL', 'NODE_OPTIONS', 'FORCE_COLOR'];

/**
 * The environment for a step: what the shell has, without the application's own variables. A
 * DATABASE_URL left over in somebody's shell must never become the database of a test run.
 *
 * @param {Record<string, string>} extra - variables of this step.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const settings = new Set([...others, ...settingNames()]);
  const kept = Object.entries(process.env).filter(([name]) => !settings.has(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1', ...extra };
}

/** The variables `.env.example` names; a test holds that list to what the application reads. */
function settingNames() {
  const path = `${projectRoot}/.env.example`;
  if (!existsSync(path)) return ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_DIR', 'PORT'];
  return [...readFileSync(path, 'utf8').matchAll(/^#?\s*([A-Z][A-Z0-9_]*)=/gm)].map(([, n]) => n);
}
