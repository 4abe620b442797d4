import { runLogged } from './run-logged.mjs';
import { singleCheck } from './single-check.mjs';

/**
 * Merges what the unit and integration tests covered into coverage/ (HTML and lcov). It checks nothing
 * and costs minutes, so only `npm test -- --only coverage` runs it.
 */
export const coverage = {
  name: 'coverage',
  isExtra: true,
  about: 'what unit and integration tests covered together, into coverage/',
  needs: ['unit', 'integration'],
  runsAfterFailure: true,
  async run() {
    const command = ['node', 'node_modules/vitest/vitest.mjs'];
    command.push('--config', 'lib/testing/vitest.config.ts', '--reporter', 'dot');
    command.push('--merge-reports=test-results/blobs', '--coverage');
    const run = await runLogged('coverage', command);
    // The exit code repeats the failures of the merged runs, which were counted there.
    const figures = [...run.output.matchAll(/^(Lines|Branches)\s*:\s*([\d.]+%)/gm)];
    const detail = figures.map(([, what, share]) => `${what.toLowerCase()} ${share}`).join(', ');
    return singleCheck({ ...run, code: figures.length > 0 ? 0 : 1 }, detail);
  },
};
