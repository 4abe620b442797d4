import * as cacheTags from '../../tenancy/cache-tags';
import { walkKeys } from '../cache/key-walk';
import { walkTags } from '../cache/next-walk';
import type { Ask } from '../routes/ask';
import { walkBuild } from '../routes/build-walk';
import type { BuildInventory } from '../routes/list-routes';
import { walkRoutes } from '../routes/route-walk';
import { walkTricks } from '../routes/trick-walk';
import type { Saboteur, Workshop } from './saboteur';

function planted(did: string, tells: RegExp, plant: (build: BuildInventory) => BuildInventory) {
  const run = async ({ build }: Workshop) => walkBuild(plant(build));
  return { did, walk: 'routes/inventory', tells, run } satisfies Saboteur;
}

/** Routing that takes one tenant for the other. */
function misled({ ask, sites }: Workshop['routes']): Ask {
  const [host = ''] = sites.globex.hosts;
  return (question) =>
    ask(sites.acme.hosts.includes(question.host) ? { ...question, host } : question);
}

/** What is taken from caches, routing and the build. */
export const webSaboteurs: Saboteur[] = [
  {
    did: 'cache key without the tenant',
    walk: 'cache/keys',
    tells: /entries: .* gave/,
    run: ({ tenants }) =>
      walkKeys(tenants, (_tenantId, name, args) => [name, JSON.stringify(args)]),
  },
  {
    did: 'cache key without the arguments',
    walk: 'cache/keys',
    tells: /entries: .* gave/,
    run: ({ tenants }) => walkKeys(tenants, (tenantId, name) => [tenantId, name]),
  },
  {
    did: 'tags without the tenant',
    walk: 'cache/tags',
    tells: /postsTag: is the same for two tenants/,
    run: async ({ tenants }) => walkTags(tenants, { ...cacheTags, postsTag: () => 'posts' }),
  },
  {
    did: 'tag nobody covers',
    walk: 'cache/tags',
    tells: /mediaTag: is not covered/,
    run: async ({ tenants }) =>
      walkTags(tenants, { ...cacheTags, mediaTag: () => 'media' } as typeof cacheTags),
  },
  {
    did: 'one host answered with another tenant',
    walk: 'routes',
    tells: /shows "[^"]+" of globex/,
    run: ({ routes }) => {
      const build = { ...routes.build, routes: onlyPath(routes.build, '/[tenant]/blog/[slug]') };
      return walkRoutes({ ...routes, build, ask: misled(routes) });
    },
  },
  {
    did: 'typed marker believed',
    walk: 'routes/tricks',
    tells: /\/~globex\/blog\/hello-world on .* shows/,
    run: ({ routes }) => {
      const [host = ''] = routes.sites.globex.hosts;
      const typed = '/~globex/blog/hello-world';
      const ask: Ask = (question) =>
        routes.ask(
          question.path === typed ? { ...question, host, path: '/blog/hello-world' } : question,
        );
      return walkTricks({ ...routes, ask, only: (path) => path === typed });
    },
  },
  planted('route nobody covers', /\/\[tenant\]\/export: is not covered/, (build) => ({
    ...build,
    routes: [...build.routes, { path: '/[tenant]/export', kind: 'route' }],
  })),
  planted('server action nobody covers', /server action 40ab: is not covered/, (build) => ({
    ...build,
    actions: [{ id: '40ab', name: null }],
  })),
  planted('page rendered at build', /was rendered at build/, (build) => ({
    ...build,
    prerendered: [...build.prerendered, '/~acme'],
  })),
  planted('rewrite in the configuration', /rewrite or redirect of \/old/, (build) => ({
    ...build,
    detours: ['/old'],
  })),
  planted('hole in the matcher', /middleware: does not see \/a\.txt/, (build) => ({
    ...build,
    matchers: ['^(?!.*\\.).*$'],
  })),
];

function onlyPath({ routes }: BuildInventory, path: string) {
  return routes.filter((route) => route.path === path);
}
