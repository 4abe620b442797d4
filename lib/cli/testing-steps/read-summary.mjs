import { readFileSync } from 'node:fs';

/**
 * The counts a runner left in a file: { passed, failed, skipped: [{ name, reason }] }.
 * A run that ended badly without a failed test (a crash, an error in a set-up) counts as one.
 *
 * @param {string} path
 * @param {{ code: number, output: string }} run - how the runner's process ended.
 */
export function readSummary(path, { code, output }) {
  const summary = parseSummary(path);
  if (summary === null) {
    return { ...noTests, failed: 1, detail: `ended with ${code} and left no counts`, output };
  }
  if (code !== 0 && summary.failed === 0) {
    return { ...summary, failed: 1, detail: `ended with ${code}`, output };
  }
  return { ...summary, output };
}

const noTests = { passed: 0, failed: 0, skipped: [] };

function parseSummary(path) {
  try {
    return { ...noTests, ...JSON.parse(readFileSync(path, 'utf8')) };
  } catch {
    return null;
  }
}
