import type { RouteCase } from './route-cases';

/** The pages of signing in and of one's account that lie below others. */
export const twoFactorRouteCases: Record<string, RouteCase> = {
  // Nothing waits for a code: back to the first step.
  '/[tenant]/login/code': {
    on: 'tenant',
    asks: () => [{ path: '/login/code', status: 307 }],
  },
  '/login/code': {
    on: 'root',
    asks: () => [{ path: '/login/code', status: 307 }],
  },
  '/account/two-factor': {
    on: 'root',
    asks: () => [{ path: '/account/two-factor', status: 307 }],
  },
  '/account/two-factor/codes': {
    on: 'root',
    asks: () => [{ path: '/account/two-factor/codes', status: 307 }],
  },
};
