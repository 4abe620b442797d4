import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { parseResponse, type RawResponse } from './parse-response';

export interface RawRequest {
  port: number;
  /** Sent as it is: not decoded, not normalised, not checked. */
  path: string;
  /** The Host header; null sends none. */
  host: string | null;
  method?: string;
  /** In order and as often as given. */
  headers?: [string, string][];
  body?: string;
  timeoutMs?: number;
  /** Speaks TLS, to the host's name. */
  tls?: { ca: string };
}

/**
 * Sends one request byte for byte, as no browser and no fetch would, and reads the answer.
 *
 * @throws Error when the server closes the connection without an answer, or answers too late.
 */
export function rawRequest(request: RawRequest): Promise<RawResponse> {
  const { promise, resolve, reject } = promiseParts<RawResponse>();
  const socket = open(request);
  const chunks: Buffer[] = [];
  const finish = () => {
    try {
      resolve(parseResponse(Buffer.concat(chunks)));
    } catch (error) {
      reject(error);
    }
  };
  socket.setTimeout(request.timeoutMs ?? 20_000, () => {
    socket.destroy(new Error(`no complete answer to ${request.method ?? 'GET'} ${request.path}`));
  });
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('end', finish);
  // A server may answer 431 and reset while the rest of the request is still on its way.
  socket.on('error', (error) => (chunks.length > 0 ? finish() : reject(error)));
  // Latin-1 gives each character its own byte.
  socket.write(Buffer.from(requestText(request), 'latin1'));
  return promise.finally(() => socket.destroy());
}

function open({ port, host, tls }: RawRequest): Socket {
  const address = { host: '127.0.0.1', port };
  return tls ? connectTls({ ...address, ...tls, servername: host ?? undefined }) : connect(address);
}

function requestText({ method = 'GET', path, host, headers = [], body = '' }: RawRequest): string {
  const lines = [`${method} ${path} HTTP/1.1`];
  if (host !== null) lines.push(`Host: ${host}`);
  lines.push(...headers.map(([name, value]) => `${name}: ${value}`), 'Connection: close');
  if (body !== '') lines.push(`Content-Length: ${body.length}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

function promiseParts<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
