import { rmSync } from 'node:fs';
import { buildApp } from '../launcher/build-app.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { launcherRunner } from './launcher-runner.mjs';
import { projectRoot } from './project.mjs';
import { singleCheck } from './single-check.mjs';

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
      ...launcherRunner('build'),
    });
    return singleCheck({ code: 0, output: '' }, built ? undefined : 'up to date');
  },
};
