import type { RouteCase } from './route-cases';

const reading = 'GET, HEAD';
/** Of one tenant's newest article; the demo's times and those of the walk are in UTC. */
const thisYear = new Date().getUTCFullYear();

/** What a site has besides its posts: their archive, the parts of its sitemap, comments. */
export const contentRouteCases: Record<string, RouteCase> = {
  '/[tenant]/archive': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/archive', status: 200, shows: name }],
  },
  '/[tenant]/archive/[...period]': {
    on: 'tenant',
    asks: ({ word }) => [
      { path: `/archive/${thisYear}`, status: 200, shows: `only-${word}` },
      { path: '/archive/1901', status: 404 },
      { path: '/archive/1901/12', status: 404 },
    ],
  },
  // None of the tenants has so many posts: what it holds is that of the file above.
  '/[tenant]/sitemap/[part]': {
    on: 'tenant',
    methods: reading,
    asks: () => [
      { path: '/sitemap/1.xml', status: 404 },
      { path: '/sitemap/0.xml', status: 404 },
    ],
  },
  '/[tenant]/api/comments': {
    on: 'tenant',
    methods: 'GET, HEAD, POST',
    // Posts of either side, and who may write, are walked apart: see walkContent.
    asks: ({ id }) => [
      { path: `/api/comments?post=${id}`, status: 404 },
      { path: '/api/comments', status: 403, method: 'POST' },
    ],
  },
  '/[tenant]/api/comments/[id]': {
    on: 'tenant',
    methods: 'DELETE',
    asks: (_, other) => [
      { path: `/api/comments/${[...other.ids][0]}`, status: 403, method: 'DELETE' },
    ],
  },
  // Whoever is signed in is walked apart: see walkContent.
  '/[tenant]/api/posts/import': {
    on: 'tenant',
    methods: 'POST',
    asks: () => [{ path: '/api/posts/import', status: 403, method: 'POST' }],
  },
};
