import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cleanEnvironment } from '../../lib/cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '../../lib/testing/project-root';
import type { SharedServer } from './test';

const run = promisify(execFile);

/** Runs a script of the project beside the server, on the same database, as an operator would. */
export async function runScript(
  server: Pick<SharedServer, 'appUrl' | 'ownerUrl' | 'dataDir' | 'port'>,
  script: string,
  args: string[],
): Promise<string> {
  const node = ['--conditions=react-server', '--import', 'tsx', script, ...args];
  const env = cleanEnvironment({
    DATABASE_URL: server.appUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    DATA_DIR: server.dataDir,
    PORT: String(server.port),
    LOG_FILE: 'off',
  });
  const { stdout } = await run(process.execPath, node, { cwd: projectRoot, env });
  return stdout;
}
