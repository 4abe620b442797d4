import type { RouteCase } from './route-cases';

const reading = 'GET, HEAD';
const everyMethod = 'DELETE, GET, HEAD, PATCH, POST, PUT';
// The files themselves are the same everywhere.
const docsFiles = [{ path: '/api/docs/package.json', status: 404 }];

/** The REST API, its document and the page that shows it. What of it takes a token is walked apart. */
export const apiRouteCases: Record<string, RouteCase> = {
  '/[tenant]/api/v1/[[...rest]]': {
    on: 'tenant',
    methods: 'GET, HEAD, POST',
    asks: ({ name, word }) => [
      { path: '/api/v1/posts', status: 200, shows: word },
      { path: '/api/v1/tenant', status: 200, shows: name },
      { path: '/api/v1/tags', status: 200, shows: `Topic ${word}` },
      { path: '/api/v1/posts?per_page=100&sort=title', status: 200, shows: word },
      { path: '/api/v1/members', status: 401 },
      { path: '/api/v1/audit', status: 401 },
    ],
  },
  '/[tenant]/api/openapi.json': {
    on: 'tenant',
    methods: reading,
    asks: ({ name }) => [{ path: '/api/openapi.json', status: 200, shows: name }],
  },
  '/[tenant]/api/docs': {
    on: 'tenant',
    methods: reading,
    asks: ({ name }) => [{ path: '/api/docs', status: 200, shows: name }],
  },
  '/[tenant]/api/docs/[file]': {
    on: 'tenant',
    methods: reading,
    asks: () => docsFiles,
  },
  '/api/v1/[[...rest]]': {
    on: 'root',
    methods: reading,
    asks: () => [
      { path: '/api/v1/me', status: 401 },
      { path: '/api/v1/platform/tenants', status: 401 },
      { path: '/api/v1/posts', status: 404 },
    ],
  },
  '/api/openapi.json': {
    on: 'root',
    methods: reading,
    asks: () => [{ path: '/api/openapi.json', status: 200, shows: 'platform' }],
  },
  '/api/docs': {
    on: 'root',
    methods: reading,
    asks: () => [{ path: '/api/docs', status: 200, shows: 'Platform API' }],
  },
  '/api/docs/[file]': {
    on: 'root',
    methods: reading,
    asks: () => docsFiles,
  },
  '/api/domains/allowed': {
    on: 'everywhere',
    methods: reading,
    // The same on every host, and without a body.
    asks: () => [
      { path: '/api/domains/allowed?domain=localhost', status: 200 },
      { path: '/api/domains/allowed?domain=nobody.localhost', status: 404 },
      { path: '/api/domains/allowed?domain=claimed.globex.test', status: 404 },
      { path: '/api/domains/allowed?domain=blog.hooli.test', status: 404 },
    ],
  },
  '/[tenant]/api/[[...rest]]': {
    on: 'tenant',
    methods: everyMethod,
    asks: () => [
      { path: '/api/posts', status: 404 },
      { path: '/api', status: 404 },
    ],
  },
  '/api/[[...rest]]': {
    on: 'root',
    methods: everyMethod,
    asks: ({ slug }) => [{ path: `/api/${slug}`, status: 404 }],
  },
};
