import type { RouteCase } from './route-cases';

const reading = 'GET, HEAD';

/** Signing in and out, the way from host to host, and people's own pages. */
export const identityRouteCases: Record<string, RouteCase> = {
  '/[tenant]/login': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/login', status: 200, shows: name }],
  },
  '/[tenant]/logout': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/logout', status: 200, shows: name }],
  },
  '/[tenant]/session/start': {
    on: 'tenant',
    methods: reading,
    asks: () => [{ path: '/session/start', status: 303 }],
  },
  '/[tenant]/session/asked': {
    on: 'tenant',
    methods: reading,
    asks: () => [{ path: '/session/asked', status: 303 }],
  },
  '/[tenant]/session/enter': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/session/enter', status: 200, shows: name }],
  },
  '/[tenant]/session/ended': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/session/ended', status: 200, shows: name }],
  },
  '/[tenant]/account': {
    on: 'tenant',
    asks: () => [{ path: '/account', status: 307 }],
  },
  '/[tenant]/api/auth/[...nextauth]': {
    on: 'tenant',
    methods: 'GET, HEAD, POST',
    // Nobody's session is the same everywhere; the addresses of the providers are not.
    asks: () => [{ path: '/api/auth/providers', status: 200, shows: 'credentials' }],
  },
  '/login': {
    on: 'root',
    asks: () => [{ path: '/login', status: 200, shows: 'Sign in' }],
  },
  '/logout': {
    on: 'root',
    asks: () => [{ path: '/logout', status: 200, shows: 'Sign out' }],
  },
  '/session/authorize': {
    on: 'root',
    methods: reading,
    asks: () => [
      { path: '/session/authorize', status: 400 },
      { path: '/session/authorize?to=http%3A%2F%2Fevil.test&state=x', status: 400 },
    ],
  },
  '/session/continue': {
    on: 'root',
    asks: () => [{ path: '/session/continue', status: 404 }],
  },
  '/session/enter': {
    on: 'root',
    asks: () => [{ path: '/session/enter', status: 200, shows: 'Signing in' }],
  },
  '/session/site': {
    on: 'root',
    // Sessions name no tenant here: the browser tests go the whole way.
    asks: () => [{ path: '/session/site', status: 404 }],
  },
  '/session/with/[provider]': {
    on: 'root',
    methods: reading,
    // None is set up here: the browser tests go the whole way.
    asks: () => [{ path: '/session/with/google', status: 404 }],
  },
  '/login/connect': {
    on: 'root',
    asks: () => [{ path: '/login/connect', status: 307 }],
  },
  '/account': {
    on: 'root',
    asks: () => [{ path: '/account', status: 307 }],
  },
  '/account/delete': {
    on: 'root',
    asks: () => [{ path: '/account/delete', status: 307 }],
  },
  '/logout/account-deleted': {
    on: 'root',
    asks: () => [
      { path: '/logout/account-deleted', status: 200, shows: 'Your account is deleted' },
    ],
  },
  '/account/export': {
    on: 'root',
    asks: () => [{ path: '/account/export', status: 307 }],
  },
  '/account/export/my-data.json': {
    on: 'root',
    methods: reading,
    asks: () => [{ path: '/account/export/my-data.json', status: 401 }],
  },
  '/api/auth/[...nextauth]': {
    on: 'root',
    methods: 'GET, HEAD, POST',
    asks: () => [{ path: '/api/auth/session', status: 200, shows: '{}' }],
  },
};
