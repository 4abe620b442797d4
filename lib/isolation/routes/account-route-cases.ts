import type { RouteCase } from './route-cases';

/** In the shape of a mailed link, and none. */
const noLink = 'A'.repeat(64);

/** The pages where accounts begin and change. */
export const accountRouteCases: Record<string, RouteCase> = {
  '/[tenant]/register': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/register', status: 200, shows: name }],
  },
  '/[tenant]/forgot': {
    on: 'tenant',
    asks: ({ name }) => [{ path: '/forgot', status: 200, shows: name }],
  },
  '/[tenant]/reset/[token]': {
    on: 'tenant',
    asks: ({ name }) => [{ path: `/reset/${noLink}`, status: 200, shows: name }],
  },
  '/[tenant]/verify/[token]': {
    on: 'tenant',
    asks: ({ name }) => [{ path: `/verify/${noLink}`, status: 200, shows: name }],
  },
  '/[tenant]/invite/[token]': {
    on: 'tenant',
    asks: ({ name }) => [{ path: `/invite/${noLink}`, status: 200, shows: name }],
  },
  '/account/name': {
    on: 'root',
    asks: () => [{ path: '/account/name', status: 307 }],
  },
  '/account/email': {
    on: 'root',
    asks: () => [{ path: '/account/email', status: 307 }],
  },
  '/account/password': {
    on: 'root',
    asks: () => [{ path: '/account/password', status: 307 }],
  },
  '/signup': {
    on: 'root',
    asks: () => [{ path: '/signup', status: 200, shows: 'Make a site' }],
  },
  '/forgot': {
    on: 'root',
    asks: () => [{ path: '/forgot', status: 200, shows: 'Send the link' }],
  },
  '/reset/[token]': {
    on: 'root',
    asks: () => [{ path: `/reset/${noLink}`, status: 200, shows: 'This link does not work' }],
  },
  '/verify/[token]': {
    on: 'root',
    asks: () => [{ path: `/verify/${noLink}`, status: 200, shows: 'This link does not work' }],
  },
  // A deployment has none.
  '/mailbox': {
    on: 'root',
    asks: () => [{ path: '/mailbox', status: 404 }],
  },
  '/mailbox/[id]': {
    on: 'root',
    asks: () => [{ path: `/mailbox/${'0'.repeat(32)}`, status: 404 }],
  },
};
