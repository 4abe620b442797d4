import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { cleanEnvironment } from '@/lib/cli/testing-steps/clean-environment.mjs';
import { projectRoot } from '@/lib/testing/project-root';
import { bareSources, leftOut } from './bare-sources';
import { commonFolder } from './static-site';

const run = promisify(execFile);

const copied = [
  ...['app', 'lib', 'public', 'package.json', 'postcss.config.mjs', 'tsconfig.json'],
  ...['tsconfig.build.json', 'next.config.ts'],
];

/**
 * Builds a copy of the application that draws the same pages with neither session nor walls, and
 * without the middleware.
 *
 * @param folder - to be made, outside the project.
 * @throws Error with the output of a build that failed.
 */
export async function buildBareApp(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of copied) {
    if (leftOut.includes(name)) continue;
    cpSync(`${projectRoot}/${name}`, `${folder}/${name}`, { recursive: true });
  }
  symlinkSync(`${projectRoot}/node_modules`, `${folder}/node_modules`, 'junction');
  for (const [name, source] of Object.entries(bareSources))
    writeFileSync(`${folder}/${name}`, source);
  // The console draws from another handle; nothing of it is measured.
  for (const part of ['admin', 'account']) {
    rmSync(`${folder}/app/(platform)/${part}`, { recursive: true, force: true });
  }
  cpSync(`${folder}/next.config.ts`, `${folder}/next.config.base.ts`);
  writeFileSync(`${folder}/next.config.ts`, configOf(folder));
  const next = `${projectRoot}/node_modules/next/dist/bin/next`;
  await run(process.execPath, [next, 'build'], { cwd: folder, env: cleanEnvironment() });
}

/** The build refuses packages outside its root; the types of what was replaced are not kept up. */
function configOf(folder: string): string {
  const root = JSON.stringify(commonFolder(realpathSync(folder), realpathSync(projectRoot)));
  return `import base from './next.config.base';
export default {
  ...base,
  turbopack: { root: ${root} },
  outputFileTracingRoot: ${root},
  typescript: { ignoreBuildErrors: true },
};
`;
}
