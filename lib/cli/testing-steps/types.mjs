import { runLogged } from './run-logged.mjs';
import { singleCheck } from './single-check.mjs';

/** TypeScript over everything, tests too. Next first writes the types of the routes. */
export const types = {
  name: 'types',
  about: 'tsc --noEmit',
  needs: ['install'],
  async run() {
    const routes = await runLogged('types', ['node', 'node_modules/next/dist/bin/next', 'typegen']);
    if (routes.code !== 0) return singleCheck(routes, 'next typegen');
    return singleCheck(
      await runLogged('types', ['node', 'node_modules/typescript/bin/tsc', '--noEmit']),
    );
  },
};
