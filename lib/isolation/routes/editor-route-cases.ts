import type { RouteCase } from './route-cases';

/** Where posts are written and previewed. Who is signed in is walked apart: see walkWriting. */
export const editorRouteCases: Record<string, RouteCase> = {
  // What changes something is refused before anybody is asked who they are.
  '/[tenant]/api/editing': {
    on: 'tenant',
    methods: 'POST',
    asks: () => [{ path: '/api/editing', status: 403, method: 'POST' }],
  },
  '/[tenant]/api/autosave': {
    on: 'tenant',
    methods: 'POST',
    asks: () => [{ path: '/api/autosave', status: 403, method: 'POST' }],
  },
  '/[tenant]/admin/posts/[id]/preview': {
    on: 'tenant',
    methods: 'GET, HEAD',
    asks: ({ ids }) => [{ path: `/admin/posts/${[...ids][0]}/preview`, status: 401 }],
  },
  // Signed for one tenant: the other's are walked apart, see walkContent.
  '/[tenant]/preview/[token]': {
    on: 'tenant',
    asks: () => [
      { path: '/preview/nonsense', status: 404 },
      { path: `/preview/${'A'.repeat(22)}.zzzzzz.${'A'.repeat(43)}`, status: 404 },
    ],
  },
};
