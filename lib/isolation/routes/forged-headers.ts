type Header = [string, string];

/** Headers that speak for the middleware, for Next or for a proxy. `{}` stands for another's slug. */
const forms: Header[] = [
  ['x-tenantry-tenant', '{}'],
  ['x-tenant', '{}'],
  ['x-tenant-id', '{}'],
  ['x-middleware-rewrite', '/~{}/blog/hello-world'],
  ['x-middleware-next', '1'],
  ['x-middleware-subrequest', 'middleware:middleware:middleware:middleware:middleware'],
  ['x-middleware-subrequest', 'src/middleware:src/middleware:src/middleware:src/middleware'],
  ['x-middleware-override-headers', 'host,x-tenantry-tenant'],
  ['x-middleware-request-x-tenantry-tenant', '{}'],
  ['x-middleware-request-host', '{}.localhost'],
  ['x-invoke-path', '/~{}/blog/hello-world'],
  ['x-invoke-query', '%7B%22nxtPtenant%22%3A%22~{}%22%7D'],
  ['x-invoke-output', '/[tenant]/blog/[slug]'],
  ['x-matched-path', '/~{}/blog/hello-world'],
  ['x-now-route-matches', '1=~{}&nxtPtenant=~{}&nxtPslug=hello-world'],
  ['x-nextjs-data', '1'],
  ['x-nextjs-rewritten-path', '/~{}'],
  ['x-nextjs-postponed', '1'],
  ['x-forwarded-host', '{}.localhost'],
  ['x-forwarded-host', '{}.localhost, acme.localhost'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-forwarded-server', '{}.localhost'],
  ['x-original-url', '/~{}'],
  ['x-rewrite-url', '/~{}'],
  ['x-host', '{}.localhost'],
  ['forwarded', 'host={}.localhost'],
  ['next-url', '/~{}'],
  [
    'next-router-state-tree',
    '%5B%22%22%2C%7B%22children%22%3A%5B%5B%22tenant%22%2C%22~{}%22%2C%22d%22%5D%2C%7B%7D%5D%7D%5D',
  ],
  ['cookie', 'tenant={}; __prerender_bypass=x'],
  ['authorization', 'Bearer {}'],
  ['x-prerender-revalidate', '{}'],
  ['x-next-cache-tags', 'host:{}'],
  ['referer', 'http://{}.localhost/'],
  ['origin', 'http://{}.localhost'],
];

/** The headers that name a tenant on a host that is not its own. */
export function forgedHeaders(slug: string): Header[] {
  return forms.map(([name, value]) => [name, value.replaceAll('{}', slug)]);
}

/** The ways Next's own browser code asks for a page. */
export const flightHeaders: Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
];
