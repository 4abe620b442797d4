import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { runLogged } from './run-logged.mjs';
import { singleCheck } from './single-check.mjs';

/** A browser for the end-to-end tests: the system's, else Debian's package, else Playwright's. */
export const chromium = {
  name: 'chromium',
  about: 'finds a Chromium, or installs one (apt as root on Debian, else Playwright)',
  needs: ['install'],
  async run() {
    const found = findChromium();
    if (found) return singleCheck({ code: 0, output: '' }, found);
    const attempts = [];
    if (isRootOnDebian()) {
      attempts.push(await installWithApt());
      const installed = findChromium();
      if (installed) return singleCheck({ code: 0, output: '' }, `${installed}, installed by apt`);
    }
    const run = await installWithPlaywright();
    const output = [...attempts.map((attempt) => attempt.output), run.output].join('\n');
    return singleCheck({ code: run.code, output }, 'from Playwright');
  },
};

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

async function installWithApt() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runLogged('chromium', ['apt-get', 'update'], { env });
  if (update.code !== 0) return update;
  const shell = await aptInstall('chromium-headless-shell', env);
  // Older releases have the whole browser alone.
  return shell.code === 0 ? shell : aptInstall('chromium', env);
}

function aptInstall(name, env) {
  return runLogged('chromium', ['apt-get', 'install', '-y', name], { env });
}

function installWithPlaywright() {
  const command = ['node', 'node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  if (process.getuid?.() === 0) command.push('--with-deps');
  return runLogged('chromium', command);
}
