import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';

/** A webhook as it is sent. */
export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  signal: AbortSignal;
}

/**
 * Posts a webhook. Redirects are not followed: the address is the operator's choice, not its
 * answerer's. Not by fetch, which the framework around us may have replaced.
 *
 * @returns the status of the answer.
 * @throws Error where there is none before the signal.
 */
export function postWebhook({ url, headers, body, signal }: WebhookRequest): Promise<number> {
  const send = new URL(url).protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      agent: false,
      signal,
    });
    request.on('error', reject);
    request.on('socket', (socket) => socket.unref());
    request.on('response', (response) => {
      resolve(response.statusCode ?? 0);
      response.on('error', () => {});
      // What the answer says is of no interest, and it may be endless.
      response.destroy();
    });
    request.end(body);
  });
}
