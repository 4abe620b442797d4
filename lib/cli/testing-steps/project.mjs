import { fileURLToPath } from 'node:url';

/** Absolute path of the project, without a slash at the end. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** Where a run leaves the full log of each step and its counts. Emptied when a run begins. */
export const resultsFolder = `${projectRoot}/test-results`;
