import type { Viewer } from '../auth/viewer';
import type { RestApp } from '../rest/rest-app';
import type { RestContext, RestPlace } from '../rest/rest-context';

export interface AskOptions {
  token?: string;
  /** Whom the browser's cookie names. */
  cookie?: Viewer;
  /** Sent as JSON unless it is text. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Told {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API says
  json: any;
}

/** Where a request is made to: what the host's door found out, and the name of the host. */
interface AskedPlace<C extends RestContext> {
  app: RestApp<C>;
  place: RestPlace<C>;
  host: string;
}

/** Asks the REST API in this process, as a request that has passed its door. */
export async function askApi<C extends RestContext>(
  { app, place, host }: AskedPlace<C>,
  method: string,
  path: string,
  options: AskOptions = {},
): Promise<Told> {
  const entered = { ...place, cookieViewer: async () => options.cookie ?? null };
  const answer = await app.answer(requestOf(host, method, path, options), entered);
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const json = isJson && text !== '' ? JSON.parse(text) : undefined;
  return { status: answer.status, headers: answer.headers, text, json };
}

function requestOf(host: string, method: string, path: string, options: AskOptions): Request {
  const { token, body, headers = {} } = options;
  return new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      host,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
