import { createHash, createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { app } from './realtime-world';

/** A request to the HTTP API, of which every part can be spoiled. */
export interface RawCall {
  method?: string;
  /** Below the application. */
  path: string;
  body?: string | Buffer;
  query?: Record<string, string>;
  secret?: string;
  timestamp?: number | string;
  /** Instead of the query as it should be. */
  signedQuery?: (query: string) => string;
  headers?: Record<string, string>;
}

export interface RawAnswer {
  status: number;
  body: string;
  headers: IncomingHttpHeaders;
}

/** Signs as the protocol says, by other code than the server's or the library's, and sends. */
export function callApi(port: number, call: RawCall): Promise<RawAnswer> {
  const { method = call.body === undefined ? 'GET' : 'POST', body, headers } = call;
  const path = `/apps/${app.id}${call.path}`;
  const all: Record<string, string> = {
    auth_key: app.key,
    auth_timestamp: String(call.timestamp ?? Math.floor(Date.now() / 1000)),
    auth_version: '1.0',
    ...(body === undefined ? {} : { body_md5: createHash('md5').update(body).digest('hex') }),
    ...call.query,
  };
  const pairs = (encode: (text: string) => string) =>
    Object.keys(all)
      .sort()
      .map((name) => `${name}=${encode(all[name] ?? '')}`)
      .join('&');
  const signature = createHmac('sha256', call.secret ?? app.secret)
    .update(`${method}\n${path}\n${pairs(String)}`)
    .digest('hex');
  const query = `${pairs(encodeURIComponent)}&auth_signature=${signature}`;
  return callPlain(port, `${path}?${call.signedQuery?.(query) ?? query}`, {
    method,
    body,
    headers,
  });
}

/** A request without a signature. */
export function callPlain(
  port: number,
  path: string,
  { method, body, headers }: Partial<Pick<RawCall, 'method' | 'body' | 'headers'>> = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    // Otherwise a body where none is usual would be sent without a length, as another request.
    const isPlain = body !== undefined && !headers?.['transfer-encoding'];
    if (isPlain) sent.setHeader('content-length', Buffer.byteLength(body));
    sent.on('error', reject);
    sent.on('response', async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers });
    });
    sent.end(body);
  });
}
