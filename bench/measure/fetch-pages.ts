import http from 'node:http';

export interface Page {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A client that keeps its connections, for requests whose answers must be looked at. */
export function createPageClient(port: number, connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return {
    /** One request; fetch() could not name another host. */
    get: (host: string, path = '/', headers: Record<string, string> = {}) =>
      request({ agent, port, path, headers: { ...headers, host } }),
    post: (host: string, path: string, headers: Record<string, string>, body: string) =>
      request({ agent, port, path, method: 'POST', headers: { ...headers, host } }, body),
    close: () => agent.destroy(),
  };
}

function request(options: http.RequestOptions, body?: string): Promise<Page> {
  return new Promise((resolve, reject) => {
    const sent = http.request({ host: '127.0.0.1', timeout: 20_000, ...options }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer to ${options.path} in 20 s`)));
    sent.on('error', reject);
    sent.end(body);
  });
}
