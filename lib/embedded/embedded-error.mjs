/**
 * An expected failure of the embedded database: `message` says what is wrong, `hint` what a
 * person can do about it. Anything else that is thrown here is a defect.
 */
export class EmbeddedPostgresError extends Error {
  /**
   * @param {string} message
   * @param {string} [hint]
   * @param {unknown} [cause]
   */
  constructor(message, hint = '', cause = undefined) {
    super(message, { cause });
    this.name = 'EmbeddedPostgresError';
    this.hint = hint;
  }
}
