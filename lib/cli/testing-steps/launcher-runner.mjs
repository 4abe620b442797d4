import { runLogged } from './run-logged.mjs';

/**
 * What the launcher's functions (install, build) want from their caller, such that their programs
 * are run and logged as those of any other step.
 *
 * @param {string} log - name of the log.
 * @param {(run: { code: number, output: string }) => string | null} [findFault] - a fault of a
 *   program that ended well.
 */
export function launcherRunner(log, findFault = () => null) {
  const run = async ({ command, args, env }) => {
    const result = await runLogged(log, [command, ...args], { env, minutes: 15 });
    const fault = result.code === 0 ? findFault(result) : `ended with ${result.code}`;
    if (fault !== null) throw Object.assign(new Error(fault), { output: result.output });
    return result.output;
  };
  const progress = { step: (_title, work) => work(), say: () => {} };
  // Never aborted: stopChildren ends what runs.
  return { run, progress, signal: new AbortController().signal };
}
