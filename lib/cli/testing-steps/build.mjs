import { rmSync } from 'node:fs';
import { buildApp } from '../launcher/build-app.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { launcherRunner } from './launcher-runner.mjs';
import { projectRoot } from './project.mjs';
import { singleCheck } from './single-check.mjs';

/**
 * Next only warns when something that cannot run at the edge enters the middleware; every request
 * would then be a 500 (facts: Next.js, 1).
 */
const edgeWarning = /Edge Runtime|not supported in the Edge|native module not found/i;

/** `next build`, which needs no secret and no service. One build serves all later steps. */
export const build = {
  name: 'build',
  about: 'next build; fails on what cannot run at the edge',
  needs: ['install'],
  async run({ asked }) {
    // A build made by `npm start` was not looked at, so a run that asks for one makes its own.
    if (asked.has('build')) rmSync(`${projectRoot}/.next/BUILD_ID`, { force: true });
    const built = await buildApp({
      root: projectRoot,
      env: cleanEnvironment(),
      ...launcherRunner('build', findEdgeFault),
    });
    return singleCheck({ code: 0, output: '' }, built ? undefined : 'up to date');
  },
};

function findEdgeFault({ output }) {
  const lines = edgeWarnings(output);
  return lines.length === 0 ? null : `the middleware cannot run at the edge: ${lines[0].trim()}`;
}

/** The lines of a build log that say something cannot run at the edge. */
export function edgeWarnings(log) {
  return log.split('\n').filter((line) => edgeWarning.test(line));
}
