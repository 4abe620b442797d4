import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ResolverConfig, usualResolving } from './resolvers/resolver-config';
import { type Routing, routeRequest } from './route-request';
import { parseTenantSegment, tenantSegment } from './tenant-key';

const config: ResolverConfig = {
  ...usualResolving,
  rootDomains: ['example.com', 'example.co.uk', 'localhost'],
  resolvers: ['domain', 'subdomain'],
  excludedSubdomains: ['www', 'api', 'admin'],
};

const go = async (host: string | null, path = '/', changed: Partial<ResolverConfig> = {}) =>
  show(await routeRequest({ host, path, headers: new Headers() }, { ...config, ...changed }));
const show = (routing: Routing) => (routing.kind === 'tenant' ? routing.path : routing.kind);

describe('hosts, with the usual chain', () => {
  test.each([
    // The roots.
    ['example.com', 'platform'],
    ['EXAMPLE.com.:80', 'platform'],
    ['example.co.uk', 'platform'],
    ['localhost:3000', 'platform'],
    ['www.example.com', 'without-www'],
    ['www.localhost:3000', 'without-www'],
    // Subdomains.
    ['acme.example.com', '/~acme'],
    ['ACME.example.com', '/~acme'],
    ['acme.example.com.', '/~acme'],
    ['acme.example.co.uk', '/~acme'],
    ['acme.localhost:3000', '/~acme'],
    ['victim---x.example.com', '/~victim---x'],
    ['xn--mnchen-3ya.example.com', '/~xn--mnchen-3ya'],
    ['api.example.com', 'unknown-host'],
    ['admin.example.com', 'unknown-host'],
    ['api.localhost:3000', 'unknown-host'],
    // Names of several labels mean only what a registered row says.
    ['a.b.example.com', '/~a.b.example.com'],
    ['acme.www.example.com', '/~acme.www.example.com'],
    ['www.acme.example.com', '/~www.acme.example.com'],
    // Look-alikes are domains of their own.
    ['evilexample.com', '/~evilexample.com'],
    ['acme.evilexample.com', '/~acme.evilexample.com'],
    ['example.com.evil.test', '/~example.com.evil.test'],
    ['acme.example.com.evil.test', '/~acme.example.com.evil.test'],
    ['acme-example.com', '/~acme-example.com'],
    ['example.comx', '/~example.comx'],
    ['acme.co.uk', '/~acme.co.uk'],
    // Custom domains.
    ['blog.acme.test', '/~blog.acme.test'],
    ['blog.acme.localhost', '/~blog.acme.localhost'],
    ['www.acme.test', '/~www.acme.test'],
    // Nobody.
    ['acme', 'unknown-host'],
    ['com', 'unknown-host'],
    ['10.0.0.1', 'unknown-host'],
    ['[::1]:3000', 'unknown-host'],
    ['0x7f000001', 'unknown-host'],
    ['~acme', 'unknown-host'],
    ['~acme.example.com', 'unknown-host'],
    ['%7eacme', 'unknown-host'],
    ['acme..example.com', 'unknown-host'],
    ['.example.com', 'unknown-host'],
    ['ac_me.example.com', 'unknown-host'],
    ['ácme.example.com', 'unknown-host'],
    ['a'.repeat(300), 'unknown-host'],
    [null, 'unknown-host'],
    ['', 'unknown-host'],
  ])('%s', async (host, expected) => {
    expect(await go(host)).toBe(expected);
  });
});

describe('a Server Action that Next passes on', () => {
  const pass = async (
    host: string,
    path: string,
    names = ['x-action-forwarded', 'next-action'],
  ) => {
    const headers = new Headers(names.map((name) => [name, '1']));
    return show(await routeRequest({ host, path, headers }, config));
  };
  test.each([
    ['/[tenant]/login', '/~acme/login'],
    ['/[tenant]', '/~acme'],
    ['/%5Btenant%5D/admin/posts/[id]', '/~acme/admin/posts/[id]'],
    ['/[tenant]x/login', '/~acme/[tenant]x/login'],
  ])('%s', async (path, expected) => {
    expect(await pass('acme.example.com', path)).toBe(expected);
  });
  test('goes nowhere on the root host, and is a path like any other without both marks', async () => {
    expect(await pass('example.com', '/[tenant]/login')).toBe('unknown-path');
    expect(await pass('acme.example.com', '/[tenant]/login', ['next-action'])).toBe(
      '/~acme/[tenant]/login',
    );
  });
});

describe('paths', () => {
  test.each([
    ['/blog/x', '/~acme/blog/x'],
    ['/', '/~acme'],
    ['/api/posts', '/~acme/api/posts'],
    ['/robots.txt', '/~acme/robots.txt'],
    // What is typed stays below the tenant's own segment and finds no page there.
    ['/~globex', '/~acme/~globex'],
    ['/~globex/blog', '/~acme/~globex/blog'],
    ['/%7Eglobex', '/~acme/%7Eglobex'],
    ['/unknown-host', '/~acme/unknown-host'],
    ['//~globex', '/~acme//~globex'],
  ])('of a tenant: %s', async (path, expected) => {
    expect(await go('acme.example.com', path)).toBe(expected);
  });

  test.each([
    ['/', 'platform'],
    ['/api/x', 'platform'],
    ['/robots.txt', 'platform'],
    ['/acme', 'unknown-path'],
    ['/~acme', 'unknown-path'],
    ['/~acme/blog', 'unknown-path'],
    ['/%7Eacme', 'unknown-path'],
    ['/%7eacme', 'unknown-path'],
    ['/API', 'unknown-path'],
    ['/unknown-host', 'unknown-path'],
    ['/without-www', 'unknown-path'],
  ])('of a root: %s', async (path, expected) => {
    expect(await go('example.com', path)).toBe(expected);
  });

  test.each(['/api/health', '/favicon.ico'])(
    '%s answers on every host, known or not',
    async (path) => {
      for (const host of ['example.com', 'acme.example.com', '10.0.0.1', '~acme', null]) {
        expect(await go(host, path)).toBe('platform');
      }
    },
  );
  test.each(['/api/healthy', '/favicon.ico/x', '/x/favicon.ico', '/Api/health'])(
    '%s does not',
    async (path) => {
      expect(await go('acme.example.com', path)).toBe(`/~acme${path}`);
      expect(await go('10.0.0.1', path)).toBe('unknown-host');
    },
  );
});

describe('for any host and path', () => {
  const label = fc.stringMatching(/^[a-zA-Z0-9_~%-]{0,8}$/);
  const host = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(label, { maxLength: 5 }).map((labels) => labels.join('.')),
    fc.array(label, { maxLength: 3 }).map((labels) => [...labels, 'example.com:3000'].join('.')),
  );
  const path = fc.oneof(
    fc.constant('/'),
    fc.string().map((text) => `/${text}`),
    fc.webPath(),
  );

  test('a tenant path begins with a segment that the second lock opens, with the same key', async () => {
    await fc.assert(
      fc.asyncProperty(host, path, async (anyHost, anyPath) => {
        const request = { host: anyHost, path: anyPath, headers: new Headers() };
        const routing = await routeRequest(request, config);
        if (routing.kind !== 'tenant') return;
        const [, segment = ''] = routing.path.split('/');
        expect(parseTenantSegment(segment)).toEqual(routing.key);
        expect(tenantSegment(routing.key)).toBe(segment);
      }),
      { numRuns: 3000 },
    );
  });
});
