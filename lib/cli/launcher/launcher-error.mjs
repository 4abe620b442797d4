/**
 * An expected failure of the launcher: what is wrong, the last lines of the program that failed,
 * and the next thing to do. It is printed without a stack.
 */
export class LauncherError extends Error {
  /**
   * @param {string} message
   * @param {{ hint?: string, lines?: string[], cause?: unknown }} [more]
   */
  constructor(message, { hint = '', lines = [], cause } = {}) {
    super(message, { cause });
    this.name = 'LauncherError';
    this.hint = hint;
    this.lines = lines;
  }
}

/** Thrown in every running step once a stop is asked for: not an error to report. */
export class StopRequested extends Error {
  /** @param {string} reason the signal's name, or what else asked */
  constructor(reason) {
    super(`stopped by ${reason}`);
    this.name = 'StopRequested';
    this.reason = reason;
  }
}

/**
 * The text of a failure for a person.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
  if (!(error instanceof Error)) return String(error);
  const known = 'hint' in error;
  const lines = (error.lines ?? []).map((line) => `  | ${line}`);
  const disk = known ? '' : diskFault(error);
  const text = known || disk ? disk || error.message : (error.stack ?? error.message);
  return [text, ...lines, known ? error.hint : ''].filter(Boolean).join('\n');
}

function diskFault(error) {
  if (error.code === 'ENOSPC')
    return `The disk is full (${error.message}). Make room, then start again.`;
  if (['EACCES', 'EROFS', 'EPERM'].includes(error.code) && error.path) {
    return `${error.path} cannot be written or read (${error.code}). Run as its owner, or set DATA_DIR.`;
  }
  return '';
}
