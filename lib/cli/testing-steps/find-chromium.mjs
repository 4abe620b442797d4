import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// The shell is the same engine without windows: half the work for a test.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * The Chromium to test with: CHROMIUM_PATH, else the first one on PATH that really starts (a
 * distribution may have a stub that only asks to install something else).
 *
 * @returns {string | null} an absolute path, or null when Playwright's own has to do.
 */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.filter(isExecutable).find(starts) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
