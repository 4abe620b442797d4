import { describe, expect, test } from 'vitest';
import { type Routing, routeRequest } from '../route-request';
import { type ResolverConfig, usualResolving } from './resolver-config';

const id = '018f3e6a-7b1c-7def-8123-456789abcdef';

const show = (routing: Routing) => (routing.kind === 'tenant' ? routing.path : routing.kind);

/** Asks as `asking({ resolvers })('acme.example.com/blog', { 'X-Tenant-ID': 'acme' })`. */
const asking =
  (changed: Partial<ResolverConfig>) =>
  async (address: string, headers: Record<string, string> = {}) => {
    const { hostname: host, pathname: path } = new URL(`http://${address}`);
    const config = { ...usualResolving, rootDomains: ['example.com', 'localhost'], ...changed };
    return show(await routeRequest({ host, path, headers: new Headers(headers) }, config));
  };

describe('hosts', () => {
  test('subdomain alone knows no custom domains, and no names of several labels', async () => {
    const ask = asking({ resolvers: ['subdomain'] });
    expect(await ask('acme.example.com')).toBe('/~acme');
    expect(await ask('blog.acme.test')).toBe('unknown-host');
    expect(await ask('a.b.example.com')).toBe('unknown-host');
  });
  test('domain alone knows no subdomains', async () => {
    const ask = asking({ resolvers: ['domain'] });
    expect(await ask('acme.example.com')).toBe('unknown-host');
    expect(await ask('blog.acme.test')).toBe('/~blog.acme.test');
  });
  test('the other way round gives the same', async () => {
    const ask = asking({ resolvers: ['subdomain', 'domain'] });
    expect(await ask('acme.example.com')).toBe('/~acme');
    expect(await ask('api.example.com')).toBe('unknown-host');
    expect(await ask('a.b.example.com')).toBe('/~a.b.example.com');
  });
  test('none, or an unknown one, finds nobody', async () => {
    expect(await asking({ resolvers: [] })('acme.example.com')).toBe('unknown-host');
    expect(await asking({ resolvers: ['magic'] })('acme.example.com')).toBe('unknown-host');
    expect(await asking({ resolvers: ['constructor'] })('example.com')).toBe('platform');
  });
  test('labels are excluded as configured', async () => {
    const ask = asking({ excludedSubdomains: ['staff'] });
    expect(await ask('staff.example.com')).toBe('unknown-host');
    expect(await ask('api.example.com')).toBe('/~api');
  });
  test('a root inside another root wins as itself', async () => {
    const ask = asking({ rootDomains: ['example.com', 'eu.example.com'] });
    expect(await ask('eu.example.com')).toBe('platform');
    expect(await ask('acme.eu.example.com')).toBe('/~acme');
  });
});

describe('path', () => {
  const ask = asking({ resolvers: ['path'] });
  test.each([
    ['example.com/', 'platform'],
    ['example.com/acme', '/~acme~acme'],
    ['example.com/acme/', '/~acme~acme'],
    ['example.com/acme/blog/x', '/~acme~acme/blog/x'],
    ['example.com/acme/api/v1/posts', '/~acme~acme/api/v1/posts'],
    // A tenant called as a part of its own site.
    ['example.com/blog/blog/x', '/~blog~blog/blog/x'],
    // The platform's own, and what is excluded.
    ['example.com/admin', 'platform'],
    ['example.com/login', 'platform'],
    ['example.com/api/x', 'platform'],
    ['example.com/static/x', 'unknown-path'],
    ['example.com/media', 'unknown-path'],
    // What is the same on every host is so under a tenant's beginning too.
    ['example.com/acme/api/health', 'platform'],
    ['example.com/acme/favicon.ico', 'platform'],
    // No names.
    ['example.com/~acme', 'unknown-path'],
    ['example.com/%7Eacme', 'unknown-path'],
    ['example.com/_next', 'unknown-path'],
    ['example.com/acme~globex/blog', 'unknown-path'],
    ['example.com/ACME', 'unknown-host'],
    ['example.com/a_b', 'unknown-host'],
    ['example.com/-acme', 'unknown-host'],
    ['example.com/ac.me', 'unknown-path'],
    // Other hosts are nobody's: paths name tenants on the root host alone.
    ['acme.example.com/globex', 'unknown-host'],
    ['blog.acme.test/acme', 'unknown-host'],
  ])('%s', async (address, expected) => {
    expect(await ask(address)).toBe(expected);
  });
  test('at the second place', async () => {
    const second = asking({ resolvers: ['path'], pathPosition: 2 });
    expect(await second('example.com/t/acme/blog')).toBe('/~acme~t~acme/blog');
    expect(await second('example.com/t')).toBe('unknown-path');
    expect(await second('example.com/admin/acme')).toBe('platform');
    expect(await second('example.com/t/static')).toBe('unknown-path');
  });
  test('a Server Action that Next passes on belongs to the page it came from', async () => {
    const passed = { 'x-action-forwarded': '1', 'next-action': '1' };
    const from = (referer: string) => ask('example.com/[tenant]/login', { ...passed, referer });
    expect(await from('http://example.com/acme/admin')).toBe('/~acme~acme/login');
    expect(await from('http://example.com/admin')).toBe('unknown-path');
    expect(await from('nonsense')).toBe('unknown-path');
  });
});

describe('header', () => {
  const ask = asking({ resolvers: ['header', 'domain', 'subdomain'] });
  test.each([
    ['acme', '/~acme'],
    [' ACME ', '/~acme'],
    [id, `/~_${id}`],
    [id.toUpperCase(), `/~_${id}`],
    ['', 'unknown-host'],
    ['~acme', 'unknown-host'],
    ['_acme', 'unknown-host'],
    ['acme,globex', 'unknown-host'],
    ['blog.acme.test', 'unknown-host'],
    ['a'.repeat(64), 'unknown-host'],
  ])('%j', async (value, expected) => {
    expect(await ask('example.com', { 'X-Tenant-ID': value })).toBe(expected);
    expect(await ask('api.example.com', { 'X-Tenant-ID': value })).toBe(expected);
  });
  test('comes before the host where it stands before it, and not otherwise', async () => {
    const header = { 'X-Tenant-ID': 'globex' };
    expect(await ask('acme.example.com', header)).toBe('/~globex');
    const later = asking({ resolvers: ['subdomain', 'header'] });
    expect(await later('acme.example.com', header)).toBe('/~acme');
    expect(await later('example.com', header)).toBe('/~globex');
  });
  test('means nothing where it is not asked for, on a custom domain, or under another name', async () => {
    const header = { 'X-Tenant-ID': 'globex' };
    expect(await asking({})('example.com', header)).toBe('platform');
    expect(await ask('blog.acme.test', header)).toBe('/~blog.acme.test');
    const named = asking({ resolvers: ['header'], tenantHeader: 'X-Org' });
    expect(await named('example.com', header)).toBe('platform');
    expect(await named('example.com', { 'x-org': 'acme' })).toBe('/~acme');
  });
});

describe('custom', () => {
  const ask = asking({ resolvers: ['custom'], customResolver: 'organisation-header' });
  test('the example takes the last part of its header, and ends the chain without it', async () => {
    expect(await ask('example.com', { 'x-organisation': 'Acme Corp/acme' })).toBe('/~acme');
    expect(await ask('example.com', { 'x-organisation': `x/${id}` })).toBe(`/~_${id}`);
    expect(await ask('example.com', { 'x-organisation': 'Acme Corp' })).toBe('unknown-host');
    expect(await ask('example.com')).toBe('unknown-host');
  });
});

describe('default', () => {
  const ask = asking({ defaultTenant: 'acme', resolvers: ['domain', 'subdomain', 'path'] });
  test.each([
    ['example.com', '/~acme'],
    ['example.com/admin', '/~acme/admin'],
    ['globex.example.com', '/~globex'],
    ['example.com/globex/blog', '/~globex~globex/blog'],
    // The platform keeps a name of its own.
    ['admin.example.com', 'platform'],
    ['admin.example.com/admin', 'platform'],
    ['admin.example.com/acme', 'unknown-path'],
    ['api.example.com', 'unknown-host'],
    ['blog.acme.test', '/~blog.acme.test'],
  ])('%s', async (address, expected) => {
    expect(await ask(address)).toBe(expected);
  });
});
