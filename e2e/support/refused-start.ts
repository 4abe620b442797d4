import { spawn } from 'node:child_process';
import { cleanEnvironment } from '../../lib/cli/testing-steps/clean-environment.mjs';
import { makeScratchFolder } from '../../lib/cli/testing-steps/scratch-folder.mjs';
import { projectRoot } from '../../lib/testing/project-root';
import { freePort } from './free-port';

/** Runs `next start` with an environment it must not serve with; gives how it ended. */
export async function refusedStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start'], {
    cwd: projectRoot,
    env: cleanEnvironment({
      NODE_ENV: 'production',
      PORT: port,
      DATA_DIR: makeScratchFolder(),
      DATABASE_OWNER_URL: '',
      ...env,
    }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(patience);
  return { code, output };
}
