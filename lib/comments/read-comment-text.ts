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
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') throw new AppError('bad_input', 'Write something first.');
  const length = [...text].length;
  if (length > mostCharacters) {
    const most = mostCharacters.toLocaleString('en');
    throw new AppError(
      'bad_input',
      `A comment has at most ${most} characters; this has ${length.toLocaleString('en')}.`,
    );
  }
  if (unstorable.test(text))
    throw new AppError('bad_input', 'It holds a sign that cannot be stored.');
  return text;
}
