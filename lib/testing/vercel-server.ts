import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands in for the hosting platform's API, with answers of the shape its reference gives. */
export interface VercelServer {
  origin: string;
  /** Domains of the project. */
  domains: Set<string>;
  /** Requests so far, as `POST /v10/projects/prj/domains?teamId=t`. */
  asked: string[];
  /** Answers everything with this status until it is null again. */
  failWith: number | null;
  /** Whether a new domain counts as verified. */
  isVerified: boolean;
  close(): Promise<void>;
}

export const vercelToken = 'token-of-the-test';

/** Starts it on this machine. */
export async function startVercelServer(): Promise<VercelServer> {
  const state = {
    domains: new Set<string>(),
    asked: [] as string[],
    isVerified: true,
  } as VercelServer;
  state.failWith = null;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      state.asked.push(`${request.method} ${request.url}`);
      const isKnown = request.headers.authorization === `Bearer ${vercelToken}`;
      const [status, answer] = isKnown
        ? answerOf(state, request.method ?? '', request.url ?? '', body)
        : [403, error('forbidden', 'Not authorized')];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.close = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}

function answerOf(
  state: VercelServer,
  method: string,
  url: string,
  body: string,
): [number, object] {
  const { domains, failWith } = state;
  if (failWith) return [failWith, error('internal_server_error', 'It went wrong')];
  const { pathname } = new URL(url, 'http://x');
  const named = decodeURIComponent(/\/domains\/([^/]+)/.exec(pathname)?.[1] ?? '');
  if (pathname.startsWith('/v6/')) return [200, { configuredBy: 'CNAME', misconfigured: false }];
  if (method === 'POST') {
    const { name } = JSON.parse(body) as { name: string };
    if (domains.has(name)) return [409, error('domain_already_in_use', `${name} is in use`)];
    domains.add(name);
    return [200, shown(state, name)];
  }
  if (!domains.has(named)) return [404, error('not_found', 'The domain was not found')];
  if (method === 'DELETE') domains.delete(named);
  return [200, method === 'DELETE' ? {} : shown(state, named)];
}

function shown({ isVerified: verified }: VercelServer, name: string) {
  const asked = {
    type: 'TXT',
    domain: `_vercel.${name}`,
    value: 'vc-domain-verify=1',
    reason: 'x',
  };
  return {
    name,
    apexName: name,
    projectId: 'prj',
    verified,
    verification: verified ? [] : [asked],
  };
}

function error(code: string, message: string) {
  return { error: { code, message } };
}
