/**
 * The outcome of a step that is one check: it passed or it failed.
 *
 * @param {{ code: number, output: string }} run
 * @param {string} [detail] - what the line of the step says besides.
 */
export function singleCheck({ code, output }, detail) {
  const passed = code === 0 ? 1 : 0;
  return { passed, failed: 1 - passed, skipped: [], detail, output };
}
