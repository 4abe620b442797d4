import type { CustomFetch } from 'openid-client';

/** How long a provider may take for one answer, and how much it may say. */
export const providerMilliseconds = 5000;
const mostBytes = 256 * 1024;

/**
 * Asks a provider, which is another's machine: an answer that is too long or too slow, body included,
 * is an error, and nobody is sent on to where it points.
 */
export const limitedFetch: CustomFetch = async (url, { signal, ...options }) => {
  const limits = [AbortSignal.timeout(providerMilliseconds), ...(signal ? [signal] : [])];
  const given = { ...options, signal: AbortSignal.any(limits), redirect: 'manual' as const };
  const answer = await fetch(url, given as RequestInit);
  const body = await readLimited(answer);
  const { status, statusText, headers } = answer;
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : body, { status, statusText, headers });
};

async function readLimited(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    // Leaving the loop ends the transfer.
    if (size > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
