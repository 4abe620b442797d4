import { AppError } from '../errors';
import { mostCharacters } from './comment-view';

const unstorable = /\p{Surrogate}/u;
// Everything that is no sign on paper, but for ends of lines and tabs; and what turns the text around it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are taken out
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Makes a comment of what somebody typed: plain text, in paragraphs with one empty line between them.
 *
 * @throws AppError bad_input for nothing, or too much.
 */
export function readCommentText(typed: string): string {
  // Far more than a comment may have, before any work is done on it.
  if (typed.length > 4 * mostCharacters) throw tooLong(typed.length);
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .split('\n')
    // By lines: a pattern for spaces before an end of line tries every space of a long run again.
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') throw new AppError('bad_input', 'Write something first.');
  const length = [...text].length;
  if (length > mostCharacters) throw tooLong(length);
  if (unstorable.test(text))
    throw new AppError('bad_input', 'It holds a sign that cannot be stored.');
  return text;
}

function tooLong(length: number): AppError {
  const [most, given] = [mostCharacters, length].map((one) => one.toLocaleString('en'));
  return new AppError('bad_input', `A comment has at most ${most} characters; this has ${given}.`);
}
