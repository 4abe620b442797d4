import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cleanEnvironment } from '../../lib/cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '../../lib/testing/project-root';

const run = promisify(execFile);

/**
 * Runs the CLI as a person would (`npm run tenant -- ...`) and gives what it printed.
 *
 * @throws Error with the output of a command that failed.
 */
export async function runCommand(args: string[], env: Record<string, string>): Promise<string> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts'];
  const { stdout } = await run(process.execPath, [...node, ...args], {
    cwd: projectRoot,
    env: cleanEnvironment(env),
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
