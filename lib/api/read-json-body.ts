import type { z } from 'zod';
import { AppError } from '../errors';
import { readBytes } from '../read-bytes';

interface BodyOptions<S> {
  input: S;
  /** More is not read. */
  mostBytes: number;
}

/**
 * Reads the JSON of a request to a route of this site's own pages, as far as it may go.
 *
 * @throws AppError bad_input for anything but JSON of the given shape, or too much of it.
 */
export async function readJsonBody<S extends z.ZodType>(
  request: Request,
  { input, mostBytes }: BodyOptions<S>,
): Promise<z.output<S>> {
  if (!/^application\/json *(;.*)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('bad_input', 'Send JSON, as application/json.');
  }
  const parsed = input.safeParse(parse(await readText(request, mostBytes)));
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? {
    path: [],
    message: 'It is not understood.',
  };
  throw new AppError('bad_input', `${path.join('.') || 'The request'}: ${message}`);
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const bytes = await readBytes(request, mostBytes, tooMuch);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('bad_input', 'The request is not valid UTF-8.');
  }
}

function tooMuch(): AppError {
  return new AppError('bad_input', 'There is too much in this request. Send less at a time.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad_input', 'The request is not valid JSON.');
  }
}
