const FRAMES = ['|', '/', '-', '\\'];
const CLEAR_LINE = '\r\u001b[2K';
const DRAW_EVERY_MS = 120;
const REMIND_EVERY_MS = 30_000;

/**
 * @typedef {object} Progress
 * @property {<T>(label: string, work: () => Promise<T>) => Promise<T>} step a line when it begins,
 *   one with its seconds when it ends; between them a spinner on a terminal, else a reminder
 * @property {(text: string) => void} say a line, set in while a step runs
 */

/**
 * Shows long work.
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [out]
 * @returns {Progress}
 */
export function createProgress(out = process.stdout) {
  const clear = out.isTTY ? CLEAR_LINE : '';
  let inStep = false;
  const step = async (label, work) => {
    const seconds = stopwatch();
    const stopShowing = out.isTTY ? spin(out, label, seconds) : remind(out, label, seconds);
    const end = (word) => {
      inStep = false;
      stopShowing();
      out.write(`${clear}${label}: ${word} in ${seconds()}\n`);
    };
    inStep = true;
    try {
      const result = await work();
      end('done');
      return result;
    } catch (error) {
      end(error?.name === 'StopRequested' ? 'stopped' : 'failed');
      throw error;
    }
  };
  const say = (text) => out.write(inStep ? `${clear}  ${text}\n` : `${text}\n`);
  return { step, say };
}

/** The next frame overwrites whatever line was said in between. */
function spin(out, label, seconds) {
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    out.write(`${CLEAR_LINE}${FRAMES[frame]} ${label} ... ${seconds()}`);
  };
  draw();
  const timer = setInterval(draw, DRAW_EVERY_MS);
  return () => clearInterval(timer);
}

function remind(out, label, seconds) {
  out.write(`${label} ...\n`);
  const tell = () => out.write(`  still at it: ${label.toLowerCase()}, ${seconds()}\n`);
  const timer = setInterval(tell, REMIND_EVERY_MS);
  return () => clearInterval(timer);
}

function stopwatch() {
  const began = Date.now();
  return () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
