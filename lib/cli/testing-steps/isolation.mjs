import { existsSync } from 'node:fs';
import { projectRoot } from './project.mjs';
import { runLogged } from './run-logged.mjs';

const entry = 'lib/isolation/index.ts';

/** The walk over everything that exists, from the other tenant's side (design, 10). */
export const isolation = {
  name: 'isolation',
  about: 'tries every table, page, route and cache tag from the other tenant',
  needs: ['install', 'build'],
  async run({ scratch }) {
    if (!existsSync(`${projectRoot}/${entry}`)) return failure(`${entry} is missing`, '');
    const command = ['node', '--conditions=react-server', '--import', 'tsx', entry, '--json'];
    const env = { TENANTRY_SCRATCH: scratch };
    const { code, output } = await runLogged('isolation', command, { env, minutes: 20 });
    const counts = lastJsonLine(output);
    if (counts === null) return failure(`ended with ${code} and printed no counts`, output);
    const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    return { passed: counts.passed, failed, skipped: counts.skipped ?? [], output };
  },
};

function failure(detail, output) {
  return { passed: 0, failed: 1, skipped: [], detail, output };
}

/** The last line that is { passed, failed, skipped: [{ name, reason }] }. */
function lastJsonLine(output) {
  for (const line of output.split('\n').reverse()) {
    try {
      const value = JSON.parse(line);
      if (Number.isInteger(value?.passed) && Number.isInteger(value?.failed)) return value;
    } catch {
      // An ordinary line of output.
    }
  }
  return null;
}
