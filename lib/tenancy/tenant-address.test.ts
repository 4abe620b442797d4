import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

/** The modules as a process with this environment has them: it is read once. */
async function withEnvironment(values: { ROOT_DOMAIN?: string; PORT?: string }) {
  vi.stubEnv('ROOT_DOMAIN', values.ROOT_DOMAIN ?? '');
  vi.stubEnv('PORT', values.PORT ?? '');
  vi.resetModules();
  const { originOf, rootHosts, subdomainHostname } = await import('./tenant-address');
  const { keyWithoutWww } = await import('./without-www');
  const { edgeEnv } = await import('../env-edge');
  return { originOf, rootHosts, subdomainHostname, keyWithoutWww, edgeEnv };
}

describe('addresses of a tenant', () => {
  test.each([
    [{}, 'http://acme.localhost:3000', 'http://blog.acme.test:3000'],
    [{ PORT: '4000' }, 'http://acme.localhost:4000', 'http://blog.acme.test:4000'],
    [{ ROOT_DOMAIN: 'example.com' }, 'https://acme.example.com', 'https://blog.acme.test'],
    [
      { ROOT_DOMAIN: 'Example.com, other.example', PORT: '4000' },
      'https://acme.example.com',
      'https://blog.acme.test',
    ],
    [
      { ROOT_DOMAIN: 'dev.example.com:8080' },
      'http://acme.dev.example.com:8080',
      'http://blog.acme.test:8080',
    ],
    [{ ROOT_DOMAIN: 'localhost' }, 'http://acme.localhost', 'http://blog.acme.test'],
  ])('%j', async (values, subdomain, custom) => {
    const { originOf, subdomainHostname } = await withEnvironment(values);
    expect(originOf(subdomainHostname('acme'))).toBe(subdomain);
    expect(originOf('blog.acme.test')).toBe(custom);
  });

  test('both readers of the environment know the same roots', async () => {
    const values = { ROOT_DOMAIN: 'example.com:8080,other.example' };
    const { rootHosts, edgeEnv } = await withEnvironment(values);
    expect(rootHosts()).toEqual(['example.com:8080', 'other.example']);
    expect(edgeEnv().rootHosts).toEqual(rootHosts());
    expect(edgeEnv().rootDomains).toEqual(['example.com', 'other.example']);
  });
});

describe('a name without its www', () => {
  const domain = (hostname: string) => ({ kind: 'domain', hostname }) as const;
  test.each([
    ['www.acme.test', { key: domain('acme.test'), hostname: 'acme.test' }],
    ['www.blog.acme.test', { key: domain('blog.acme.test'), hostname: 'blog.acme.test' }],
    ['www.acme.example.com', { key: { kind: 'slug', slug: 'acme' }, hostname: 'acme.example.com' }],
    ['www.a.b.example.com', { key: domain('a.b.example.com'), hostname: 'a.b.example.com' }],
    ['www.evilexample.com', { key: domain('evilexample.com'), hostname: 'evilexample.com' }],
    ['www.test', null],
    ['wwwacme.test', null],
    ['acme.test', null],
  ])('%s', async (hostname, expected) => {
    const { keyWithoutWww } = await withEnvironment({ ROOT_DOMAIN: 'example.com' });
    expect(keyWithoutWww(domain(hostname))).toEqual(expected);
  });
  test('a slug has none', async () => {
    const { keyWithoutWww } = await withEnvironment({});
    expect(keyWithoutWww({ kind: 'slug', slug: 'www' })).toBeNull();
  });
});
