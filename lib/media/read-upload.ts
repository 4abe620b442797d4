import { AppError } from '../errors';
import { readBytes } from '../read-bytes';
import { inTurn } from './in-turn';
import { longestAlt, mostUploadBytes } from './media-rules';

/** A file somebody sent, and what they said about it. */
export interface Upload {
  bytes: Buffer;
  /** As it was given. */
  fileName: string;
  alt: string;
}

// What is on its way is in memory until it is whole.
const takeTurn = inTurn({ most: 24, waiting: 0 });

/** What stands around the file in a form: names, limits, a text. */
const formBytes = 64 * 1024;

/**
 * Reads the one file of a multipart form (`file`, with `alt` beside it), and no more than may come:
 * what is larger is refused without reading on.
 *
 * @throws AppError too_large, wrong_type for what is no such form, bad_input for a form without the file,
 *   unavailable where very many arrive at once.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data *;/i.test(type)) {
    throw new AppError('wrong_type', 'Send the file as a form, as multipart/form-data.');
  }
  return takeTurn(async () => {
    const body = await readBytes(request, mostUploadBytes + formBytes, tooLarge);
    return uploadOf(await parse(body, type));
  });
}

async function uploadOf(form: FormData): Promise<Upload> {
  const files = form.getAll('file').filter((one) => typeof one !== 'string');
  const [file] = files;
  if (!file || files.length > 1) {
    throw new AppError('bad_input', 'Send one file, in the field “file”.');
  }
  if (file.size > mostUploadBytes) throw tooLarge();
  if (file.size === 0) throw new AppError('unusable', 'The file is empty. Choose another.');
  const alt = form.get('alt');
  return {
    bytes: Buffer.from(await file.arrayBuffer()),
    fileName: file.name,
    alt: checkedAlt(typeof alt === 'string' ? alt : ''),
  };
}

async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData();
  } catch (error) {
    const words = 'The upload broke off or could not be read. Try it again.';
    throw new AppError('bad_input', words, { cause: error });
  }
}

function checkedAlt(text: string): string {
  const alt = text.trim();
  if (alt.length > longestAlt || /[\0\p{Surrogate}]/u.test(alt)) {
    throw new AppError('bad_input', `The alternative text has at most ${longestAlt} characters.`);
  }
  return alt;
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    'The file is larger than 20 MB. Make it smaller, then try again.',
  );
}
