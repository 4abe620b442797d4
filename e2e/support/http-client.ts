import type { RawResponse } from './parse-response';
import { rawRequest } from './raw-request';

type Headers = [string, string][];

/** A client with a jar of its own for one host: cookies of an answer go along with what comes next. */
export interface HttpClient {
  /** The Host header. */
  host: string;
  /** What a page of this host calls itself. */
  origin: string;
  cookies: Map<string, string>;
  get(path: string, headers?: Headers): Promise<RawResponse>;
  /** Posts a form, or a body as it is, as a page of the same host would unless told otherwise. */
  post(
    path: string,
    form: Record<string, string> | string,
    headers?: Headers,
  ): Promise<RawResponse>;
}

/** A server, or what ends TLS in front of it on the standard port of its names. */
export interface Reachable {
  port: number;
  tls?: { ca: string };
}

/** Speaks HTTP to one host of the server, without a browser. */
export function httpClient(server: Reachable, name: string): HttpClient {
  const { port, tls } = server;
  const host = tls ? name : `${name}:${port}`;
  const origin = `${tls ? 'https' : 'http'}://${host}`;
  const cookies = new Map<string, string>();
  const send = async (
    request: { path: string; method?: string; body?: string },
    given: Headers,
  ) => {
    const jar: Headers = cookies.size > 0 ? [['Cookie', cookieHeader(cookies)]] : [];
    const headers = [...jar, ...given];
    const answer = await rawRequest({ port, tls, host, headers, ...request });
    keep(cookies, answer.headers['set-cookie'] ?? '');
    return answer;
  };
  return {
    host,
    origin,
    cookies,
    get: (path, headers = []) => send({ path }, headers),
    post: (path, form, headers = [['Origin', origin]]) => {
      if (typeof form === 'string') return send({ path, method: 'POST', body: form }, headers);
      const body = new URLSearchParams(form).toString();
      const type: Headers = [['Content-Type', 'application/x-www-form-urlencoded']];
      return send({ path, method: 'POST', body }, [...type, ...headers]);
    },
  };
}

/** As a browser sends them. */
export function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Expiry dates hold a comma too; a new cookie begins with a name and an equals sign. */
function keep(cookies: Map<string, string>, line: string): void {
  for (const one of line.split(/,\s*(?=[\w.-]+=)/)) {
    const [, name = '', value = ''] = /^([^=;\s]+)=([^;]*)/.exec(one) ?? [];
    if (name === '') continue;
    const isGone = value === '' || /;\s*(max-age=0\b|expires=[^;]*\b1970\b)/i.test(one);
    if (isGone) cookies.delete(name);
    else cookies.set(name, value);
  }
}
