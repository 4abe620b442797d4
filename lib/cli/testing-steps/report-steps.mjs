const shownLines = 60;

/**
 * Prints one line per step, the end of the output of a step that failed, and on a terminal what
 * is running meanwhile.
 *
 * @param {NodeJS.WriteStream} out
 */
export function reportSteps(out) {
  const colour = out.isTTY && !process.env.NO_COLOR;
  const running = new Map();
  const timer = out.isTTY ? setInterval(() => showRunning(out, running), 1000) : undefined;
  return {
    begin(step) {
      running.set(step.name, Date.now());
    },
    end(step, outcome) {
      running.delete(step.name);
      if (out.isTTY) out.write('\r\x1b[K');
      out.write(`${stepLine(step.name, outcome, colour)}\n`);
      if (outcome.failed > 0) out.write(lastLines(step.name, outcome.output));
    },
    close() {
      clearInterval(timer);
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
}

/** The closing lines: one per skip with its reason, then the counts. */
export function closingLines({ passed, failed, skipped }) {
  const lines = skipped.map(({ name, reason }) => `skipped: ${name}: ${reason}`);
  return [...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`];
}

function stepLine(name, outcome, colour) {
  const word = outcome.failed > 0 ? 'FAIL' : outcome.passed > 0 ? 'ok' : 'none';
  const paint = { FAIL: 31, ok: 32, none: 33 }[word];
  const mark = colour ? `\x1b[${paint}m${word.padEnd(4)}\x1b[0m` : word.padEnd(4);
  const counts = [
    `${outcome.passed} passed`,
    outcome.failed > 0 && `${outcome.failed} failed`,
    outcome.skipped.length > 0 && `${outcome.skipped.length} skipped`,
    outcome.detail,
  ];
  const time = `${outcome.seconds.toFixed(1)} s`;
  return `${mark}  ${name.padEnd(12)}${time.padStart(8)}  ${counts.filter(Boolean).join(', ')}`;
}

function lastLines(name, output = '') {
  // What passed is in the log; a failure must not drown in it.
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s*✓/.test(line));
  if (lines.join('') === '') return '';
  const cut = lines.length > shownLines ? `      ... all of it: test-results/${name}.log\n` : '';
  return `${cut}${lines
    .slice(-shownLines)
    .map((line) => `      ${line}\n`)
    .join('')}`;
}

function showRunning(out, running) {
  const parts = [...running].map(([name, since]) => {
    return `${name} ${Math.round((Date.now() - since) / 1000)} s`;
  });
  if (parts.length > 0) out.write(`\r\x1b[K      ${parts.join(', ')}`);
}
