import { runLogged } from './run-logged.mjs';
import { singleCheck } from './single-check.mjs';

/** Biome: format, lint rules and order of imports. */
export const lint = {
  name: 'lint',
  about: 'biome check (npm run format mends what it can)',
  needs: ['install'],
  async run() {
    const command = ['node', 'node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off'];
    return singleCheck(await runLogged('lint', [...command, '--max-diagnostics=40', '.']));
  },
};
