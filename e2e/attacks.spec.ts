import { attackHeaders, attackHosts, attackPaths } from './support/attacks';
import { rawRequest } from './support/raw-request';
import { expect, test } from './support/test';

/** Words that only the other tenant's answers contain; the demo's texts keep to this. */
const foreign = /globex|turbine|northgate/i;
const own = /anvil|ACME/;

test.describe('hosts', () => {
  for (const { host, expected, why } of attackHosts) {
    test(`Host "${host.slice(0, 60)}" is ${expected}: ${why}`, async ({ server }) => {
      const answer = await rawRequest({ port: server.port, path: '/', host });
      if (expected === 'acme') {
        expect(answer.status).toBe(200);
        expect(answer.body).toMatch(own);
      } else if (expected === 'root') {
        expect(answer.status).toBe(200);
        expect(answer.body).toContain('Tenantry');
      } else {
        expect(answer.status).toBeGreaterThanOrEqual(300);
        expect(answer.status).toBeLessThan(500);
        expect(answer.body).not.toMatch(own);
      }
    });
  }
});

test.describe('paths', () => {
  for (const path of attackPaths) {
    test(`acme never answers ${path.slice(0, 80)} with another tenant`, async ({ server }) => {
      const host = `acme.localhost:${server.port}`;
      for (const headers of [[], [['RSC', '1']]] as [string, string][][]) {
        const answer = await rawRequest({ port: server.port, path, host, headers });
        expect(answer.status, answer.body.slice(0, 200)).toBeLessThan(500);
        expect(withoutEcho(answer.body, path)).not.toMatch(foreign);
        expect(answer.headers.location ?? '').not.toMatch(/^(https?:)?\/\/(?!acme\.localhost)/);
      }
    });

    test(`the root host shows no tenant at ${path.slice(0, 80)}`, async ({ server }) => {
      const host = `localhost:${server.port}`;
      const answer = await rawRequest({ port: server.port, path, host });
      expect(answer.status).toBeLessThan(500);
      expect(withoutEcho(answer.body, path)).not.toMatch(/turbine|anvil that/);
      if (answer.status === 200) expect(path).toMatch(/^\/(\?|api\/health|$)/);
    });
  }
});

test.describe('headers', () => {
  for (const [name, value] of attackHeaders) {
    test(`${name}: ${value} changes nothing`, async ({ server }) => {
      const host = `acme.localhost:${server.port}`;
      for (const path of ['/', '/blog/hello-world', '/feed.xml']) {
        const headers: [string, string][] = [[name, value]];
        const answer = await rawRequest({ port: server.port, path, host, headers });
        expect(answer.status).toBeLessThan(500);
        expect(answer.body).not.toMatch(foreign);
      }
    });
  }

  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    test(`a client that reaches ${host} cannot name another host`, async ({ server }) => {
      const headers: [string, string][] = [['X-Forwarded-Host', `acme.localhost:${server.port}`]];
      const answer = await rawRequest({ port: server.port, path: '/feed.xml', host, headers });
      expect(answer.status).toBe(404);
      expect(answer.body).not.toMatch(own);
    });
  }

  test('100 KB of headers are refused and the server lives on', async ({ server }) => {
    const headers: [string, string][] = [['X-Big', 'a'.repeat(100_000)]];
    const host = `acme.localhost:${server.port}`;
    const answer = await rawRequest({ port: server.port, path: '/', host, headers });
    expect(answer.status).toBe(431);
    expect((await rawRequest({ port: server.port, path: '/', host })).status).toBe(200);
  });

  test('a request without a Host is refused', async ({ server }) => {
    const answer = await rawRequest({ port: server.port, path: '/', host: null });
    expect(answer.status).toBe(400);
  });

  test('two Host headers do not make a tenant of the second', async ({ server }) => {
    const headers: [string, string][] = [['Host', `globex.localhost:${server.port}`]];
    const host = `acme.localhost:${server.port}`;
    const answer = await rawRequest({ port: server.port, path: '/', host, headers });
    expect(answer.body).not.toMatch(/turbine/);
  });
});

test('the internal route takes no unsigned invalidation, and does not say that it exists', async ({
  server,
}) => {
  const host = `acme.localhost:${server.port}`;
  const path = '/api/internal/revalidate';
  const body = JSON.stringify({ tags: ['t:x'] });
  const headers: [string, string][] = [['X-Signature', 'a'.repeat(64)]];
  const answer = await rawRequest({ port: server.port, path, host, method: 'POST', body, headers });
  expect(answer.status).toBe(404);
});

test('no page takes a Server Action that does not exist', async ({ server }) => {
  const host = `acme.localhost:${server.port}`;
  const headers: [string, string][] = [
    ['Next-Action', '0'.repeat(42)],
    ['Origin', `http://globex.localhost:${server.port}`],
    ['Content-Type', 'text/plain;charset=UTF-8'],
  ];
  const answer = await rawRequest({
    port: server.port,
    path: '/',
    host,
    method: 'POST',
    body: '[]',
    headers,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toMatch(foreign);
});

/** A 404 shows the path that was asked for; that is no leak. */
function withoutEcho(body: string, path: string): string {
  return /globex|%67lobex/i.test(path) ? body.replaceAll(/~?globex/gi, '') : body;
}
