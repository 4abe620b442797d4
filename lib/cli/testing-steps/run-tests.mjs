import { mkdirSync, rmSync } from 'node:fs';
import { parseOptions } from './parse-options.mjs';
import { resultsFolder } from './project.mjs';
import { closingLines, reportSteps } from './report-steps.mjs';
import { runSteps } from './run-steps.mjs';
import { stopChildren } from './running-children.mjs';
import { makeScratchFolder, removeScratchFolder } from './scratch-folder.mjs';
import { selectSteps, stages, stepNames } from './steps.mjs';

/**
 * `npm test`, from its command line to its last line.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code: 0 only if nothing failed, 2 for a wrong command line.
 */
export async function runTests(args) {
  const options = readOptions(args);
  if (options === null) return 2;
  if (options.help || options.list) {
    process.stdout.write(options.help ? helpText() : `${stepNames.join('\n')}\n`);
    return 0;
  }
  rmSync(resultsFolder, { recursive: true, force: true });
  mkdirSync(resultsFolder, { recursive: true });
  const scratch = makeScratchFolder();
  const report = reportSteps(process.stdout);
  stopOnSignals(scratch, report);
  const context = { ...selectSteps(options.only), bail: options.bail, scratch };
  const total = await runSteps(stages, context, report);
  report.close();
  await removeScratchFolder(scratch);
  process.stdout.write(`${closingLines(total).join('\n')}\n`);
  return total.failed > 0 ? 1 : 0;
}

function readOptions(args) {
  try {
    return parseOptions(args, stepNames);
  } catch (error) {
    process.stderr.write(`npm test: ${error.message}\n`);
    return null;
  }
}

function helpText() {
  const steps = stages.flat().map(({ name, about }) => `  ${name.padEnd(13)}${about}\n`);
  return [
    'npm test -- [--only a,b] [--bail] [--list] [--help]\n\n',
    'Steps, in order (--only adds what the named ones need):\n',
    ...steps,
    '\nLogs: test-results/<step>.log. The last line has the counts; exit code 0 only if none failed.\n',
  ].join('');
}

function stopOnSignals(scratch, report) {
  let stopping = false;
  const stop = async (signal) => {
    if (stopping) process.exit(1);
    stopping = true;
    report.close();
    process.stdout.write(`stopping after ${signal}\n`);
    await stopChildren();
    await removeScratchFolder(scratch);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
