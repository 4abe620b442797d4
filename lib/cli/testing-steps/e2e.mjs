import { resultsFolder } from './project.mjs';
import { readSummary } from './read-summary.mjs';
import { runLogged } from './run-logged.mjs';

/** Playwright in a real Chromium against the production build. */
export const e2e = {
  name: 'e2e',
  about: 'Playwright in Chromium against the production build',
  needs: ['install', 'chromium', 'build'],
  async run({ scratch }) {
    const summary = `${resultsFolder}/e2e.json`;
    const command = ['node', 'node_modules/@playwright/test/cli.js', 'test'];
    command.push('--config', 'e2e/playwright.config.ts');
    const env = { SUMMARY_FILE: summary, TENANTRY_SCRATCH: scratch };
    return readSummary(summary, await runLogged('e2e', command, { env, minutes: 45 }));
  },
};
