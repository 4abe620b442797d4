import { resultsFolder } from './project.mjs';
import { readSummary } from './read-summary.mjs';
import { runLogged } from './run-logged.mjs';

/**
 * Runs projects of lib/testing/vitest.config.ts and counts their tests.
 *
 * @param {string} name - of the step.
 * @param {string[]} projects
 * @param {{ coverage?: boolean, env?: Record<string, string>, minutes?: number }} options -
 *   with coverage, a blob is left for the step that merges them.
 */
export async function runVitest(name, projects, { coverage = false, env = {}, minutes } = {}) {
  const summary = `${resultsFolder}/${name}.json`;
  const command = ['node', 'node_modules/vitest/vitest.mjs', 'run'];
  command.push('--config', 'lib/testing/vitest.config.ts');
  command.push(...projects.flatMap((project) => ['--project', project]));
  command.push('--reporter', 'default', '--reporter', './lib/testing/summary-reporter.ts');
  if (coverage) {
    command.push('--reporter', 'blob', `--outputFile.blob=test-results/blobs/${name}.json`);
    // The folder differs so that runs side by side do not clear each other's raw data.
    command.push('--coverage', `--coverage.reportsDirectory=test-results/coverage-${name}`);
    command.push('--coverage.reporter=json');
  }
  const run = await runLogged(name, command, { env: { ...env, SUMMARY_FILE: summary }, minutes });
  return readSummary(summary, run);
}
