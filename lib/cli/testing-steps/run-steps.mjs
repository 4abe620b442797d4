/**
 * What a step answers. `detail` goes into its line, the end of `output` is shown when it failed.
 *
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 * @property {string} [detail]
 * @property {string} [output]
 */
/**
 * @typedef {object} Context
 * @property {Set<string>} selected - steps that run.
 * @property {Set<string>} asked - those among them that were asked for by name.
 * @property {boolean} bail
 * @property {string} scratch - a folder for databases and servers.
 */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about
 * @property {string[]} needs
 * @property {boolean} [runsAfterFailure] - of what it needs.
 * @property {(context: Context) => Promise<Outcome>} run
 */

/**
 * Runs the selected steps stage by stage and reports each as it ends. A step that crashes counts
 * as one failure, and so does each later step that needs one that failed.
 *
 * @param {Step[][]} stages - as in steps.mjs.
 * @param {Context} context - handed to every step.
 * @param {{ begin: (step: Step) => void, end: (step: Step, outcome: Outcome) => void }} report
 * @returns {Promise<Outcome>} the sums.
 */
export async function runSteps(stages, context, report) {
  const outcomes = new Map();
  for (const stage of stages) {
    const steps = stage.filter((step) => context.selected.has(step.name));
    await Promise.all(
      steps.map(async (step) => {
        report.begin(step);
        const outcome = await outcomeOf(step, context, outcomes);
        outcomes.set(step.name, outcome);
        report.end(step, outcome);
      }),
    );
  }
  return addUp([...outcomes.values()]);
}

async function outcomeOf(step, context, outcomes) {
  const started = Date.now();
  const outcome = unable(step, context, outcomes) ?? (await attempt(step, context));
  return { ...outcome, seconds: (Date.now() - started) / 1000 };
}

function unable(step, { bail }, outcomes) {
  const broken = [...outcomes].filter(([, outcome]) => outcome.failed > 0).map(([name]) => name);
  if (bail && broken.length > 0) {
    const reason = `not run: --bail, and ${broken[0]} failed`;
    return { passed: 0, failed: 0, skipped: [{ name: step.name, reason }], detail: reason };
  }
  const missing = step.needs.find((name) => broken.includes(name));
  if (missing === undefined || step.runsAfterFailure) return null;
  return { passed: 0, failed: 1, skipped: [], detail: `not run: needs ${missing}, which failed` };
}

async function attempt(step, context) {
  try {
    return await step.run(context);
  } catch (error) {
    // A program that failed brings its output; anything else is a fault of the step itself.
    const { message, stack, output = stack } = error;
    return { passed: 0, failed: 1, skipped: [], detail: message, output };
  }
}

function addUp(outcomes) {
  const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: outcomes.flatMap((outcome) => outcome.skipped),
  };
}
