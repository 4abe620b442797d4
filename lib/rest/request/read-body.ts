import { readBytes } from '../../read-bytes';
import { ApiProblem } from '../answer/api-problem';
import type { RestCall } from '../rest-env';
import { checkJson } from './check-json';

const mostBytes = 1_048_576;
const jsonType = /^application\/json *(;.*)?$/i;

/**
 * Reads the body of a request, as far as it may go, and leaves it where the validator finds it.
 *
 * @throws ApiProblem 415 for anything but JSON, 413 over 1 MB without reading on, 400 for what is
 *   not JSON, 422 for texts that no database can hold.
 */
export async function readBody(call: RestCall): Promise<void> {
  const request = call.req.raw;
  if (!jsonType.test(request.headers.get('content-type') ?? '')) {
    throw new ApiProblem(415, 'Send JSON, as application/json.');
  }
  const text = decode(await readBytes(request, mostBytes, tooLarge));
  checkJson(parse(text));
  call.set('bodyText', text);
  // Where Hono itself keeps what it has read: as a promise, whatever its type says.
  call.req.bodyCache.text = Promise.resolve(text) as unknown as string;
}

function tooLarge(): ApiProblem {
  return new ApiProblem(413, 'A request may have at most 1 MB.');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ApiProblem(400, 'The request is not valid UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, 'The request could not be read: its body is not valid JSON.');
  }
}
