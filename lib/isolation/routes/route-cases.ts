import { accountRouteCases } from './account-route-cases';
import { apiRouteCases } from './api-route-cases';
import { contentRouteCases } from './content-route-cases';
import { editorRouteCases } from './editor-route-cases';
import { identityRouteCases } from './identity-route-cases';
import { mediaRouteCases } from './media-route-cases';
import { realtimeRouteCases } from './realtime-route-cases';
import { searchRouteCases } from './search-route-cases';
import type { Site } from './site';
import { twoFactorRouteCases } from './two-factor-route-cases';

/** An address as it is asked for on a tenant's own host, and what must come. */
export interface RouteAsk {
  path: string;
  status: number;
  /** A text of its own that the answer must hold; without one a refusal of everything would pass. */
  shows?: string;
  method?: string;
}

/**
 * Where a route answers: on tenants' hosts, on the root host, everywhere, or only behind a rewrite
 * of the middleware, and then to nobody who types its name.
 */
export type Audience = 'tenant' | 'root' | 'everywhere' | 'inside';

export interface RouteCase {
  on: Audience;
  /** What OPTIONS must list, besides OPTIONS itself. Route handlers only. */
  methods?: string;
  asks(site: Site, other: Site): RouteAsk[];
}

const reading = 'GET, HEAD';
const everyMethod = 'DELETE, GET, HEAD, PATCH, POST, PUT';
const inside = (path: string): RouteCase => ({ on: 'inside', asks: () => [{ path, status: 404 }] });

/** The pages and route handlers of the build by address pattern. What is built and not here fails. */
export const routeCases: Record<string, RouteCase> = {
  ...contentRouteCases,
  '/[tenant]': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/', status: 200, shows: name }],
  },
  '/[tenant]/[...rest]': {
    on: 'tenant',
    asks: (_, other) => [
      { path: '/no/such/page', status: 404 },
      { path: `/${other.slug}`, status: 404 },
      { path: `/${other.slug}/blog/hello-world`, status: 404 },
    ],
  },
  '/[tenant]/blog': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/blog', status: 200, shows: name }],
  },
  '/[tenant]/blog/[slug]': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: '/blog/hello-world', status: 200, shows: word },
      { path: `/blog/only-${word}`, status: 200, shows: `Only here: ${word}` },
      { path: `/blog/only-${other.word}`, status: 404 },
      { path: `/blog/${[...other.ids][0]}`, status: 404 },
      { path: '/blog/draft-plans', status: 404 },
    ],
  },
  '/[tenant]/blog/page/[number]': {
    on: 'tenant',
    asks: ({ word }) => [
      { path: '/blog/page/2', status: 200, shows: word },
      { path: '/blog/page/99', status: 404 },
    ],
  },
  '/[tenant]/tags': {
    on: 'tenant',
    asks: ({ word }) => [{ path: '/tags', status: 200, shows: `Topic ${word}` }],
  },
  '/[tenant]/tags/[tag]': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: '/tags/everything', status: 200, shows: `All about the ${word}` },
      { path: `/tags/topic-${word}`, status: 200, shows: `Topic ${word}` },
      { path: `/tags/topic-${other.word}`, status: 404 },
    ],
  },
  '/[tenant]/tags/[tag]/page/[number]': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: '/tags/everything/page/2', status: 200, shows: `All about the ${word}` },
      { path: `/tags/topic-${word}/page/2`, status: 200, shows: `Topic ${word}` },
      { path: `/tags/topic-${other.word}/page/2`, status: 404 },
    ],
  },
  '/[tenant]/authors/[author]': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: `/authors/writer-${word}`, status: 200, shows: `Writer of the ${word}` },
      { path: `/authors/writer-${other.word}`, status: 404 },
    ],
  },
  '/[tenant]/authors/[author]/page/[number]': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: `/authors/writer-${word}/page/2`, status: 200, shows: `Writer of the ${word}` },
      { path: `/authors/writer-${other.word}/page/2`, status: 404 },
    ],
  },
  '/[tenant]/feed.xml': {
    on: 'tenant',
    methods: reading,
    asks: ({ word }) => [{ path: '/feed.xml', status: 200, shows: word }],
  },
  '/[tenant]/feed.json': {
    on: 'tenant',
    methods: reading,
    asks: ({ word }) => [{ path: '/feed.json', status: 200, shows: word }],
  },
  '/[tenant]/sitemap.xml': {
    on: 'tenant',
    methods: reading,
    asks: ({ word }) => [{ path: '/sitemap.xml', status: 200, shows: `/blog/only-${word}` }],
  },
  '/[tenant]/robots.txt': {
    on: 'tenant',
    methods: reading,
    asks: ({ slug }) => [{ path: '/robots.txt', status: 200, shows: `//${slug}.localhost` }],
  },
  '/[tenant]/og/[slug]': {
    on: 'tenant',
    methods: reading,
    asks: ({ word }, other) => [
      { path: '/og/hello-world', status: 200 },
      { path: `/og/only-${word}`, status: 200 },
      { path: `/og/only-${other.word}`, status: 404 },
    ],
  },
  '/[tenant]/unavailable': {
    on: 'tenant',
    methods: reading,
    asks: () => [{ path: '/unavailable', status: 307 }],
  },
  '/': {
    on: 'root',
    asks: ({ name }) => [{ path: '/', status: 200, shows: name }],
  },
  '/robots.txt': {
    on: 'root',
    methods: reading,
    asks: () => [{ path: '/robots.txt', status: 200, shows: 'User-agent' }],
  },
  '/api/cron': {
    on: 'everywhere',
    methods: reading,
    asks: () => [{ path: '/api/cron', status: 503, shows: 'CRON_SECRET' }],
  },
  '/api/health': {
    on: 'everywhere',
    methods: reading,
    asks: () => [{ path: '/api/health', status: 200, shows: 'database' }],
  },
  '/api/tenant': {
    on: 'tenant',
    methods: reading,
    asks: ({ slug }) => [
      { path: '/api/tenant', status: 200, shows: slug },
      { path: '/api/tenant?org=nobody', status: 404 },
    ],
  },
  '/api/internal/revalidate': {
    on: 'everywhere',
    methods: 'POST',
    asks: () => [{ path: '/api/internal/revalidate', status: 404, method: 'POST' }],
  },
  '/bad-address': {
    on: 'everywhere',
    methods: everyMethod,
    asks: () => [{ path: '/%ff', status: 400 }],
  },
  ...accountRouteCases,
  ...twoFactorRouteCases,
  ...apiRouteCases,
  ...realtimeRouteCases,
  ...identityRouteCases,
  ...searchRouteCases,
  ...editorRouteCases,
  ...mediaRouteCases,
  '/unknown-host': inside('/unknown-host'),
  '/unknown-path': inside('/unknown-path'),
  '/without-www': inside('/without-www'),
  '/_not-found': inside('/_not-found'),
  '/_global-error': inside('/_global-error'),
  '/404': inside('/404'),
  '/500': inside('/500'),
};
