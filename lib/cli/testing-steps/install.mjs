import { installPackages } from '../launcher/install-packages.mjs';
import { cleanEnvironment } from './clean-environment.mjs';
import { launcherRunner } from './launcher-runner.mjs';
import { projectRoot } from './project.mjs';
import { singleCheck } from './single-check.mjs';

/** What `npm start` does first, too. */
export const install = {
  name: 'install',
  about: 'npm ci, when node_modules does not hold what the lockfile asks for',
  needs: [],
  async run() {
    const installed = await installPackages({
      root: projectRoot,
      env: cleanEnvironment(),
      ...launcherRunner('install'),
    });
    return singleCheck({ code: 0, output: '' }, installed ? 'npm ci' : 'up to date');
  },
};
