import { AppError } from '../errors';

const mostBytes = 65_536;

/**
 * Reads a small body: JSON, or the form that pusher-js sends by itself.
 *
 * @throws AppError bad_input for anything else, and for more than 64 KB.
 */
export async function readBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLong();
  const text = await request.text();
  if (text.length > mostBytes) throw tooLong();
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad_input', 'The body is no JSON.');
  }
}

function tooLong(): AppError {
  return new AppError('bad_input', 'The body is too long: 64 KB at most.');
}
