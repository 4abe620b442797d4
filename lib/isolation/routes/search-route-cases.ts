import type { RouteCase } from './route-cases';

/** Search of the public site. Every text may be asked for; each site answers with its own articles. */
export const searchRouteCases: Record<string, RouteCase> = {
  '/[tenant]/search': {
    on: 'tenant',
    asks: ({ word }, other) => [
      { path: '/search', status: 200, shows: 'Search' },
      { path: '/search?q=diary', status: 200, shows: word },
      { path: `/search?q=${word}&topic=everything`, status: 200, shows: 'All about the' },
      { path: `/search?q=${other.word}&topic=everything`, status: 200, shows: 'Search' },
    ],
  },
  '/[tenant]/api/search': {
    on: 'tenant',
    methods: 'GET, HEAD',
    asks: ({ word }, other) => [
      { path: '/api/search?q=diary', status: 200, shows: word },
      { path: `/api/search?q=${word}&limit=50`, status: 200, shows: `only-${word}` },
      { path: `/api/search?q=${other.word}&limit=50`, status: 200, shows: '"hits":[' },
    ],
  },
};
