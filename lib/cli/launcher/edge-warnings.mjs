const edgeWarning = /Edge Runtime|not supported in the Edge|native module not found/i;

/**
 * The lines of a build log that say something cannot run at the edge. Next only warns when such a
 * thing enters the middleware.
 * @param {string} log
 * @returns {string[]}
 */
export function edgeWarnings(log) {
  return log.split('\n').filter((line) => edgeWarning.test(line));
}
