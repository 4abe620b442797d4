import type { RouteCase } from './route-cases';

/** Pictures: each site serves its own, and of another's it knows nothing. */
export const mediaRouteCases: Record<string, RouteCase> = {
  '/[tenant]/media/[id]/[...form]': {
    on: 'tenant',
    methods: 'GET, HEAD',
    asks: ({ picture }, other) => [
      { path: picture.address, status: 200 },
      { path: picture.narrow, status: 200 },
      { path: other.picture.address, status: 404 },
      { path: other.picture.narrow, status: 404 },
      { path: picture.address.replace(/[^/]+$/, 'another.png'), status: 404 },
    ],
  },
  // What is behind it stands in the API, too, where everybody without the right tries it.
  '/[tenant]/api/media': {
    on: 'tenant',
    methods: 'GET, HEAD, POST',
    asks: () => [
      { path: '/api/media', status: 401 },
      { path: '/api/media', status: 403, method: 'POST' },
    ],
  },
};
