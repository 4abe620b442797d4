import type { RouteCase } from './route-cases';

const own = (path: string, methods: string): RouteCase => ({
  on: 'tenant',
  methods,
  // Who may hear what is walked apart: see walkChannels.
  // What changes something is refused before anybody is asked who they are.
  asks: () => [methods === 'POST' ? { path, status: 403, method: 'POST' } : { path, status: 401 }],
});

/** Where pages learn what they may hear, and sign in their connections. */
export const realtimeRouteCases: Record<string, RouteCase> = {
  '/[tenant]/api/realtime/auth': own('/api/realtime/auth', 'POST'),
  '/[tenant]/api/realtime/user-auth': own('/api/realtime/user-auth', 'POST'),
  '/[tenant]/api/realtime/op': own('/api/realtime/op', 'POST'),
  '/[tenant]/api/realtime/connect': {
    on: 'tenant',
    methods: 'POST',
    asks: () => [{ path: '/api/realtime/connect', status: 400, method: 'POST' }],
  },
  '/[tenant]/api/realtime/channels': own('/api/realtime/channels', 'GET, HEAD'),
  '/[tenant]/api/realtime/config': own('/api/realtime/config', 'GET, HEAD'),
  '/api/internal/realtime': {
    on: 'everywhere',
    methods: 'POST',
    asks: () => [{ path: '/api/internal/realtime', status: 404, method: 'POST' }],
  },
};
